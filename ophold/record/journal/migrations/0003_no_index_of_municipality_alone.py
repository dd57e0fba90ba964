import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('journal', '0002_each_read_is_sealed_once'),
        ('people', '0010_no_index_of_municipality_alone'),
    ]

    operations = [
        migrations.AlterField(
            model_name='entry',
            name='municipality',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality', verbose_name='kommune'),
        ),
        migrations.AlterField(
            model_name='personaltext',
            name='municipality',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality', verbose_name='kommune'),
        ),
        migrations.AlterField(
            model_name='readentry',
            name='municipality',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality', verbose_name='kommune'),
        ),
    ]
