META
key;value
description;An election worked out by hand in the tests
country;Nowhere
unit;Example
instance;1
num_projects;5
num_votes;10
budget;100
vote_type;approval
rule;equalshares
PROJECTS
project_id;cost;votes;name;selected
a;36;6;"Playground; with shade";1
b;40;4;Library hours;0
c;24.00;6;"A ""quiet"" corner";1
d;30;0;Fountain;0
e;120;1;Bridge
VOTES
voter_id;age;vote
1;34;a,c
2;51;a,c
3;19;a,c
4;23;c,a
5;62;a, c
6;54;a
7;49;b,c
8;27;b,e
9;39;b
10;44;b
