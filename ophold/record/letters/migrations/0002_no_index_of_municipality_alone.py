import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('letters', '0001_initial'),
        ('people', '0010_no_index_of_municipality_alone'),
    ]

    operations = [
        migrations.AlterField(
            model_name='delivery',
            name='municipality',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality', verbose_name='kommune'),
        ),
        migrations.AlterField(
            model_name='dispatch',
            name='municipality',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality', verbose_name='kommune'),
        ),
        migrations.AlterField(
            model_name='frozenletter',
            name='municipality',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality', verbose_name='kommune'),
        ),
        migrations.AlterField(
            model_name='letter',
            name='municipality',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality', verbose_name='kommune'),
        ),
    ]
