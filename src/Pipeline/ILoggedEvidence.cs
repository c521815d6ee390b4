using Gates.Formats.Foundation;

namespace Gates.Pipeline;

/// <summary>
/// Files of other tools that were signed and put onto the evidence branch. Nothing there is believed before its signature, its entry in the log and its digest
/// hold.
/// </summary>
internal interface ILoggedEvidence
{
    /// <summary>The files about the newest commit that the run is compared with or that it continues; of one name, the file that was logged last.</summary>
    /// <param name="type">What they were logged as, such as <c>load</c>.</param>
    /// <param name="names">Which names.</param>
    /// <param name="earlier">How many of the last such files to read beside them, of whatever commit.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="EvaluationException">One of them does not hold, or there are no keys to check it with; the message names the file.</exception>
    Task<LoggedEvidence> FindAsync(string type, Func<string, bool> names, int earlier, CancellationToken cancellationToken);
}

/// <summary>What the evidence branch has of a kind.</summary>
/// <param name="Files">Sorted by name, all about one commit.</param>
/// <param name="Reason">Why there are none, in words without a full stop; <see langword="null"/> when there are some.</param>
internal sealed record LoggedEvidence(IReadOnlyList<LoggedFile> Files, string? Reason)
{
    /// <value>The last files of the kind, from the oldest; those that cannot be read or do not hold are left out.</value>
    public IReadOnlyList<LoggedFile> Earlier { get; init; } = [];
}
