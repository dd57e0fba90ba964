import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0007_parts_without_it_too'),
    ]

    operations = [
        migrations.AlterField(
            model_name='clock',
            name='case',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='clocks', to='cases.case', verbose_name='sag'),
        ),
    ]
