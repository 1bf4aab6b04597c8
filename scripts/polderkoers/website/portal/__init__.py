"""A portal: a site that shows other sites of Polderkoers beside each other, and what every site gives a portal to read."""
