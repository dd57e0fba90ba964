import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0009_standards_stamp'),
    ]

    operations = [
        migrations.AlterField(
            model_name='citizen',
            name='municipality',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality', verbose_name='kommune'),
        ),
    ]
