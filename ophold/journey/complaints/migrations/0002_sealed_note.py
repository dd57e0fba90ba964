from django.db import migrations

import ophold.record.people.fields


class Migration(migrations.Migration):
    dependencies = [("complaints", "0001_complaint")]

    operations = [
        migrations.RemoveField("forwarding", "note"),
        migrations.AddField(
            "forwarding",
            "note",
            ophold.record.people.fields.SealedTextField(
                blank=True, default="", verbose_name="bemærkning til Ankestyrelsen"
            ),
        ),
    ]
