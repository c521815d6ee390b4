using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning.Tables;
using Gates.Formats.Foundation.Trees;

namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>What scanning one file gave.</summary>
internal sealed record FileReport(string Path)
{
    /// <value>Why not all of the file was looked at as its kind asks for; <see langword="null"/> when it was.</value>
    public UnseenReason? Unseen { get; init; }

    /// <value>What to do about a file that was not scanned to its end; else <see langword="null"/>.</value>
    public string? Problem { get; init; }

    /// <value>The full id of the commit whose file or message it was; <see langword="null"/> for a file as it is now.</value>
    public string? Commit { get; init; }

    public IReadOnlyList<Hit> Hits { get; init; } = [];

    /// <value>What stands on lines that do not count, by <see cref="Hit.Key"/>.</value>
    public IReadOnlySet<UInt128> Around { get; init; } = new HashSet<UInt128>();

    /// <value>Columns of a table that are judged as a whole; their values are no hits of their own.</value>
    public IReadOnlyList<ColumnHit> Columns { get; init; } = [];

    /// <value>Hits beyond <see cref="FileScanner.HitsPerFile"/>, by rule.</value>
    public IReadOnlyDictionary<DlpRule, HiddenHits> More { get; init; } = new Dictionary<DlpRule, HiddenHits>();

    /// <value>Values that are obviously made up, and so are no hits.</value>
    public IReadOnlyList<Placeholder> Placeholders { get; init; } = [];

    /// <value>How many there are, also beyond those that are named.</value>
    public int PlaceholderCount { get; init; }
}

/// <summary>Hits that are counted but not listed.</summary>
/// <param name="Count">How many.</param>
/// <param name="Digest">A keyed hash over their values in order: other ones have another.</param>
internal sealed record HiddenHits(int Count, ReadOnlyMemory<byte> Digest);

/// <summary>One place where a rule matched. Holds nothing of the value that could be used or guessed.</summary>
/// <param name="Rule">What matched.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The first column, from 1, in UTF-16 units.</param>
/// <param name="EndColumn">The column after the last one.</param>
/// <param name="Masked">What may be shown of the value.</param>
/// <param name="Identity">A keyed hash by which the value is recognised again.</param>
/// <param name="Verified">Whether the issuer's checksum holds.</param>
internal sealed record Hit(DlpRule Rule, int Line, int Column, int EndColumn, string Masked, string Identity, bool Verified)
{
    /// <value>The byte of a binary file at which the value begins, whose line and column mean nothing; <see langword="null"/> in text.</value>
    public long? Offset { get; init; }

    /// <value>The member of the archive that holds it, with the archives on the way: line, column and offset are the member's.</value>
    public string? Member { get; init; }

    /// <value>Whether it stands in the file's path: its line and column mean nothing.</value>
    public bool IsInName { get; init; }

    /// <value>Whether it stands in where a symbolic link points: its line and column mean nothing.</value>
    public bool IsInTarget { get; init; }

    /// <value>What the value was wrapped in, in words, such as "base64 inside string escapes": the place is that of the wrapping.</value>
    public string? Inside { get; init; }

    /// <value>Tells whether two hits hold the same value. It must go nowhere: what it was made of could be guessed.</value>
    public UInt128 Key { get; init; }

    /// <summary>For a log or a debugger: nothing of the value.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Rule.Id} {Line}:{Column}");
}

/// <summary>A place whose value has a secret's shape and stands for one: it was left alone, and a reviewer may look.</summary>
/// <param name="Rule">Whose shape.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1, in UTF-16 units.</param>
internal sealed record Placeholder(DlpRule Rule, int Line, int Column)
{
    /// <value>The byte of a binary file at which it begins; <see langword="null"/> in text.</value>
    public long? Offset { get; init; }

    /// <value>The member of the archive that holds it.</value>
    public string? Member { get; init; }
}
