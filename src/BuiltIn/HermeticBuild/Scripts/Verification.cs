namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>A command that checks what was fetched, or looks as if it did.</summary>
/// <param name="IsSignature">Whether it checks a signature rather than a checksum.</param>
/// <param name="Why">Why it proves nothing; <see langword="null"/> when the script stops on a mismatch.</param>
/// <param name="Expected">What it compares with, as far as the script holds it: names of files stand in it; <see langword="null"/> when another file
/// does.</param>
/// <param name="Host">The host that what it compares with was fetched from.</param>
internal sealed record Verification(bool IsSignature, string? Why, string? Expected, string? Host)
{
    /// <value>Its place among the script's commands; <see langword="null"/> when it is not known, as in a function.</value>
    public int? Place { get; init; }

    /// <value>Whether its command fails when the files agree, as <c>[ a != b ]</c> does.</value>
    public bool FailsOnMatch { get; init; }

    /// <value>Whether a command fetches the key of a signature.</value>
    public Func<Gates.Formats.Shell.ShellCommand, bool> IsKey { get; init; } = _ => false;

    /// <value>What a signature is said to be of.</value>
    public string Subject { get; init; } = "";

    /// <summary>Why it proves nothing of the download; <see langword="null"/> when it proves that it is what was meant.</summary>
    public string? WhyNot(Download download, string url)
    {
        if (Why is not null)
        {
            return Why;
        }

        if (Host is not null && !(IsSignature && IsKey(download.Invocation.Command)) && Host == Address.HostOf(url))
        {
            return IsSignature ? SameKey : SameHost;
        }

        var name = download.Output is { } output ? output[(output.LastIndexOf('/') + 1)..] : null;
        var isOfAnother = Expected is { Length: > 0 } && name is { Length: > 0 }
            && !Expected.Contains('$', StringComparison.Ordinal) && !name.Contains('$', StringComparison.Ordinal)
            && Expected.Contains('.', StringComparison.Ordinal) && !Expected.Contains(name, StringComparison.Ordinal);
        return isOfAnother ? "" : null;
    }

    /// <summary>Why it proves nothing by its place: before the download, or after the file was run.</summary>
    public string? WhyNotHere(Script script, Download download)
    {
        if (Place is not { } place || script.PlaceOf(download.Invocation.Command) is not { } fetched)
        {
            return null;
        }

        // What is signed can be a list of checksums, which may come first.
        var name = download.Output is { } output ? Address.FileName(output) : "";
        return place < fetched ? IsSignature && (name.Length == 0 || !Subject.Contains(name, StringComparison.Ordinal)) ? null : "the check comes before it"
            : name.Length > 0 && script.IsRunBetween(name, fetched, place) ? "it runs before the check" : null;
    }

    /// <summary>Whether the reason leaves a check that tells a broken download.</summary>
    public static bool TellsBroken(string? why) => why is SameHost or SameKey;

    private const string SameKey = "its key comes from the same server";

    public const string SameHost = "its checksum comes from the same server";
}
