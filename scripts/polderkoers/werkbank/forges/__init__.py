"""Handing in: a proposal goes to GitHub, GitLab or Forgejo, leaves as a bundle, or stays in the werkbank."""
