namespace Gates.Runner.Attesting;

/// <summary>Files of evidence: a folder, a pack, a branch. Nothing in them is believed.</summary>
internal interface IEvidenceFiles
{
    /// <value>Every file, with <c>/</c>, sorted (ordinal).</value>
    IReadOnlyList<string> Paths { get; }

    /// <summary>A file's bytes; safe to call from several threads.</summary>
    /// <returns><see langword="null"/> when there is no such file.</returns>
    /// <exception cref="EvidenceFormatException">It is larger than any evidence, or cannot be read safely.</exception>
    byte[]? Read(string path);
}
