namespace Gates.Runner.Attesting.Log;

/// <summary>The files that a log is about.</summary>
internal interface IEvidenceFiles
{
    /// <value>Every file below <c>audit/</c>, relative to the top, with <c>/</c>.</value>
    IEnumerable<string> Paths { get; }

    /// <returns>A file's bytes, or <see langword="null"/> when there is none.</returns>
    byte[]? Read(string path);
}
