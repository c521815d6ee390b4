namespace Gates.Doors.Git.History;

/// <param name="Sha">Its full id.</param>
/// <param name="Parents">Also those that a shallow clone lacks.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Committer">Who committed it.</param>
/// <param name="Time">When it was committed; <see langword="null"/> when that cannot be read.</param>
/// <param name="Message">Whole, with trailers.</param>
/// <param name="Signature">What its signature is worth.</param>
internal sealed record GitCommit(
    string Sha, IReadOnlyList<string> Parents, GitPerson Author, GitPerson Committer, DateTimeOffset? Time, string Message, GitSignature Signature);
