import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('intake', '0002_draft_reached'),
        ('people', '0010_no_index_of_municipality_alone'),
    ]

    operations = [
        migrations.AlterField(
            model_name='application',
            name='municipality',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality', verbose_name='kommune'),
        ),
        migrations.AlterField(
            model_name='applicationitem',
            name='municipality',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality', verbose_name='kommune'),
        ),
        migrations.AlterField(
            model_name='draft',
            name='municipality',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality', verbose_name='kommune'),
        ),
    ]
