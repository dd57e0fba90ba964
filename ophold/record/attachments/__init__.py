"""Papers with an application, a reply or a complaint: checked, stripped, sealed, and handed out as files only."""
