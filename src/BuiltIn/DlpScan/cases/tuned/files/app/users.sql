insert into users values ('jane.doe⟪|@acme-mail.com⟫');
