namespace Gates.Doors.ObjectStore;

/// <summary>Something to send to a store.</summary>
/// <param name="Name">The object's key without the store's prefix.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Open">The content from its beginning; the same each time.</param>
internal sealed record StoreUpload(string Name, long Length, Func<Stream> Open)
{
    /// <value>Until when nobody may remove it (object lock in compliance mode); <see langword="null"/>: not held.</value>
    public DateTimeOffset? HoldUntil { get; init; }
}
