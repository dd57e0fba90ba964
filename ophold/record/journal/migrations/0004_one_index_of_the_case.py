import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0008_one_index_of_the_case'),
        ('journal', '0003_no_index_of_municipality_alone'),
    ]

    operations = [
        migrations.AlterField(
            model_name='entry',
            name='case',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='cases.case', verbose_name='sag'),
        ),
    ]
