namespace Gates.Attestation.Log;

/// <summary>Where a log's files are: a folder, a git tree, a pack.</summary>
internal interface ILogStore
{
    /// <value>What messages put before a path: <c>log/2026/</c>.</value>
    string Folder { get; }

    /// <param name="path">Relative to the log's own folder, with <c>/</c>: <c>checkpoint</c>, <c>tile/0/000</c>.</param>
    /// <returns>The file's bytes, or <see langword="null"/> when there is none.</returns>
    byte[]? Read(string path);
}
