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
        "The door refuses the commit and quotes the name. The oracle writes U+FFFD, so that two names can become one and no file of that name is there.");

    public static readonly Known SeveralMergeBases = new(
        "several best merge bases",
        Right.Both,
        "Each takes another of those that `git merge-base --all` names.");

    public static readonly Known LeadingLineFeeds = new(
        "line feeds a message begins with",
        Right.Door,
        "The door gives the message whole, as it is signed and as `git cat-file` has it; the oracle leaves out line feeds at its beginning.");

    public static readonly Known OtherPartner = new(
        "another file of several it may have been",
        Right.Both,
        "Several files are equal or alike, and each side takes another one. Nobody can tell which it was.");

    public static readonly Known TypeChange = new(
        "a rename from or to a path that changed its kind",
        Right.Door,
        "The oracle takes a file that became a link for a deleted one; git and the door say that the path is still there.");

    public static readonly Known RenameOfFewLines = new(
        "a rename that git sees and the oracle does not",
        Right.Door,
        "At least half of the bytes are lines that both files have. The oracle compares hashes of some lines, which tell little about a file of few.");

    public static readonly Known NoRename = new(
        "a rename that only the oracle sees",
        Right.Door,
        "Less than half of the bytes are lines that both files have, and git sees none either.");

    public static readonly Known RenameWithoutLines = new(
        "a rename that git and the oracle see where lines differ",
        Right.Oracle,
        "Carriage returns came or went, or it is UTF-16: no line is the same byte by byte. What the door misses counts as wholly new, never as less.");

    public static readonly Known RenameByTheLastLine = new(
        "a rename by a last line that lost or got its line feed",
        Right.Both,
        "The door takes it for the same line, git and the oracle for another one.");

    public static readonly Known LineEndsOfOthers = new(
        "a file with a carriage return alone, or a line separator of Unicode",
        Right.Door,
        "git and the oracle count other lines than many parsers do. Lines of such a file are not known to the door, so that all of them may have changed.");

    public static readonly Known ChangeOfKind = new(
        "a file that was a link or a submodule, or is one now",
        Right.Door,
        "The oracle compares the target's name with the content. For the door nothing of the content was there before.");

    public static readonly Known LateZeroByte = new(
        "a zero byte behind the first 8,000 bytes",
        Right.Door,
        "git and the oracle look for one in the first 8,000 bytes alone, the door in all of them: it does not take half a binary file for lines.");

    public static readonly Known GuessBehindTheEnd = new(
        "a merge base where a shallow history ends",
        Right.Door,
        "The oracle takes the end for a beginning and answers with what it holds; a better one may be behind the end, and the door says that it cannot tell.");

    public static readonly Known SubmoduleThatIsNotHere = new(
        "another commit of a submodule that is not checked out",
        Right.Door,
        "The index names the commit, and git and the door believe it; the oracle finds an empty folder and no change.");

    public static readonly Known MessageInLatin = new(
        "a message in another encoding than UTF-8",
        Right.Git,
        "The door and the oracle read all commits as UTF-8, whatever the `encoding` header says: a letter of Latin-1 is U+FFFD to both. `git log` shows it.");

    public static readonly Known OldMode = new(
        "a file of the mode 100664, which git wrote once",
        Right.Door,
        "The oracle lists it as 100644, but compares it as 100664, and so takes a clean checkout for a modified one. The door lists what is stored.");

    public static readonly Known ChangeFromAnOldMode = new(
        "a file that only went from the mode 100664 to 100644",
        Right.Git,
        "git takes both for one. The door and the oracle say that the file changed, though no line of it; a checkout has 100644 as soon as it is made.");
}

/// <summary>Who is right where the door and the oracle differ.</summary>
internal enum Right
{
    Door,
    Oracle,

    /// <summary>Neither.</summary>
    Git,

    /// <summary>Several answers are right.</summary>
    Both,
}
