namespace Gates.Doors.Git.History;

/// <summary>A person as git names them: personal data, which must not get into facts.</summary>
internal sealed record GitPerson(string Name, string Email);
