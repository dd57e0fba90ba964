import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0006_no_index_of_municipality_alone'),
        ('people', '0010_no_index_of_municipality_alone'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='clock',
            name='open_clock_by_due',
        ),
        migrations.AlterField(
            model_name='absence',
            name='municipality',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality', verbose_name='kommune'),
        ),
        migrations.AlterField(
            model_name='clock',
            name='municipality',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality', verbose_name='kommune'),
        ),
        migrations.AlterField(
            model_name='party',
            name='municipality',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality', verbose_name='kommune'),
        ),
    ]
