using Gates.Formats.Foundation;

namespace Gates.Attestation;

/// <summary>Files of evidence: a folder, a pack, a branch. Nothing in them is believed.</summary>
internal interface IEvidenceFiles
{
    /// <value>How many files are best read at once.</value>
    const int AtOnce = 32;

    /// <value>Every file, with <c>/</c>, sorted (ordinal).</value>
    IReadOnlyList<string> Paths { get; }

    /// <summary>A file's bytes; safe to call from several threads.</summary>
    /// <returns><see langword="null"/> when there is no such file.</returns>
    /// <exception cref="EvidenceFormatException">It is larger than any evidence, or cannot be read safely.</exception>
    byte[]? Read(string path);

    /// <summary>Some files at once, which where they are in git is many times faster than one by one.</summary>
    /// <returns>For each path what <see cref="Read"/> gives.</returns>
    /// <exception cref="EvidenceFormatException">One of them cannot be read, or they are too large to be read together.</exception>
    IReadOnlyList<byte[]?> ReadAll(IReadOnlyList<string> paths) => [.. paths.Select(Read)];

    /// <summary>The digests of some files, each as <see cref="Sha256Hex"/> writes it or <see langword="null"/> when there is no such file.</summary>
    /// <inheritdoc cref="ReadAll" path="/exception"/>
    IReadOnlyList<string?> Digests(IReadOnlyList<string> paths) => [.. ReadAll(paths).Select(bytes => bytes is null ? null : Sha256Hex.Of(bytes))];
}
