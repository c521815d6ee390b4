namespace Gates.Policies;

/// <summary>Reads a policy's files without running them, somewhere they can do no harm.</summary>
internal interface IPolicyReader
{
    /// <param name="policy">The file with <c>judge</c>, and all that it may import.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The paths of those that the policy consists of.</returns>
    /// <exception cref="PolicyException">The engine cannot read one; with a <see cref="PolicyException.Limit"/> because of its size, else because of what it
    /// says.</exception>
    Task<IReadOnlyList<string>> ReadAsync(PolicySource policy, CancellationToken cancellationToken);
}
