namespace Gates.BuiltIn.DlpScan.Scanning.Layers;

/// <summary>A match in what was taken out of its wrapping, and where that stands in the text at hand.</summary>
/// <param name="Match">What matched.</param>
/// <param name="Start">Where the wrapping begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Inside">What it was wrapped in, in words, from the innermost on.</param>
internal sealed record LayeredMatch(RawMatch Match, int Start, int End, string Inside)
{
    public override string ToString() => Match.ToString();
}

/// <summary>An archive that stands in text.</summary>
/// <param name="Start">Where its wrapping begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Inside">What it was wrapped in, in words.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="IsCut">Whether it may go on beyond what is at hand.</param>
internal sealed record LayeredArchive(int Start, int End, string Inside, byte[] Content, bool IsCut);

/// <summary>What the bytes that are scanned were taken out of; the place of a hit depends on it.</summary>
/// <param name="Member">The member of the archive, with those that hold it; <see langword="null"/> when the bytes are the file's own.</param>
/// <param name="Inside">What else it was wrapped in, in words.</param>
/// <param name="Place">Where that stands in the file, or in the member: lines and columns of what is wrapped mean nothing to a reader.</param>
internal sealed record Wrapping(string? Member, string? Inside, (int Line, int Column, int EndColumn)? Place);
