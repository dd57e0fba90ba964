import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('assessment', '0002_attempts_when_unclear'),
        ('people', '0010_no_index_of_municipality_alone'),
    ]

    operations = [
        migrations.AlterField(
            model_name='limbfinding',
            name='municipality',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality', verbose_name='kommune'),
        ),
    ]
