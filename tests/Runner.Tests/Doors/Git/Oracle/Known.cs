namespace Runner.Tests.Doors.Git.Oracle;

/// <summary>A difference that occurs, with the git program as the witness. One that is not named here fails, and so does one that occurs no longer.</summary>
/// <param name="Name">What differs.</param>
/// <param name="Right">Who is right.</param>
/// <param name="Why">Why.</param>
internal sealed record Known(string Name, Right Right, string Why)
{
    public static readonly Known NameOfBytes = new(
        "a name that is no UTF-8",
        Right.Door,
        "The door refuses the commit and quotes the name. The oracle puts U+FFFD in its place, so that two names can become one and no file of that name is there.");

    public static readonly Known SeveralMergeBases = new(
        "several best merge bases",
        Right.Both,
        "Each takes another of those that `git merge-base --all` names.");

    public static readonly Known LeadingLineFeeds = new(
        "line feeds a message begins with",
        Right.Door,
        "The door gives the message whole, as it is signed and as `git cat-file` has it; the oracle leaves out line feeds at its beginning.");
}

/// <summary>Who is right where the door and the oracle differ.</summary>
internal enum Right
{
    Door,
    Oracle,

    /// <summary>Several answers are right.</summary>
    Both,
}
