namespace Gates.Pipeline.Unseen;

/// <summary>How many of one kind of thing were looked at.</summary>
/// <param name="Unit">One of them, such as "file" or "objective".</param>
/// <param name="Count">How many.</param>
internal sealed record SeenCount(string Unit, int Count);
