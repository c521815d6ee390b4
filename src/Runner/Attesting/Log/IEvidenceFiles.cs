namespace Gates.Runner.Attesting.Log;

/// <summary>The files that a log is about.</summary>
internal interface IEvidenceFiles
{
    /// <value>Every file below <c>audit/</c>, relative to the top, with <c>/</c>.</value>
    IEnumerable<string> Paths { get; }

    /// <summary>Reads some files at once, which where they are in git is many times faster than one by one.</summary>
    /// <returns>Each file's bytes, or <see langword="null"/> when there is none.</returns>
    IReadOnlyList<byte[]?> Read(IReadOnlyList<string> paths);
}
