import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0010_no_index_of_municipality_alone'),
        ('plans', '0001_follow_up'),
    ]

    operations = [
        migrations.AlterField(
            model_name='followup',
            name='municipality',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality', verbose_name='kommune'),
        ),
    ]
