namespace Gates.Attestation.Log;

/// <summary>A log among files of evidence.</summary>
/// <param name="files">The files.</param>
/// <param name="folder">The log's folder, with <c>/</c> at its end.</param>
internal sealed class EvidenceLogStore(IEvidenceFiles files, string folder) : ILogStore
{
    public string Folder => folder;

    public byte[]? Read(string path) => files.Read(folder + path);
}
