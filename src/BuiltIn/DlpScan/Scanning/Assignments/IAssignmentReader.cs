using Gates.BuiltIn.DlpScan.Values.Passwords;

namespace Gates.BuiltIn.DlpScan.Scanning.Assignments;

/// <summary>Finds the value of a name in one family of notations.</summary>
internal interface IAssignmentReader
{
    /// <summary>Where the value stands, or <see langword="null"/> when there is none in this notation. Costs next to nothing where none is.</summary>
    ValuePlace? Read(ReadOnlySpan<byte> text, in NamePlace name, FileKind kind);
}

/// <summary>Where a name stands that may be a secret's.</summary>
/// <param name="Start">Its first byte, after hyphens and quotes.</param>
/// <param name="End">The byte after its last.</param>
/// <param name="After">The byte after its closing quote; <paramref name="End"/> without one.</param>
/// <param name="Quote">Its quote; zero when it has none of its own.</param>
/// <param name="Dashes">How many hyphens stand before it, as before an option of a command.</param>
internal readonly record struct NamePlace(int Start, int End, int After, byte Quote, int Dashes)
{
    /// <value>The byte before its quote and hyphens.</value>
    public byte Before { get; init; }

    /// <value>Where the text begins that belongs to it: quote and hyphens included.</value>
    public int Outer { get; init; }
}

/// <summary>Where a value stands, without its quotes.</summary>
internal readonly record struct ValuePlace(int Start, int End, ValueForm Form);
