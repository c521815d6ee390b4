namespace Gates.Doors.Load.Executors;

/// <summary>Somebody who does one iteration after the other, and never two at once.</summary>
internal interface IVirtualUser
{
    /// <param name="intended">When it should have begun; <see langword="null"/> in a closed model, which has no such time.</param>
    /// <param name="cancellationToken">Breaks it off; it ends without an exception.</param>
    Task IterateAsync(TimeSpan? intended, CancellationToken cancellationToken);
}
