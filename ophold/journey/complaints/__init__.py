"""Complaint, reassessment and forwarding to Ankestyrelsen."""
