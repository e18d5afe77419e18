"""What is planned, what was done, and 'you said, what changed'.

| module | what |
|---|---|
| plan, plan_pages | the plan as pages and files read it; changing it |
| changed | the page for those who answered, turned on and off by an owner |
| forms | what is filled in |
"""
