using Gates.Formats.Foundation.Trees;

namespace Gates.Pipeline.Unseen;

/// <summary>What was not looked at for one reason.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Count">How many.</param>
/// <param name="Paths">The first of them by name; at most <see cref="Coverage.MostPaths"/>.</param>
internal sealed record UnseenGroup(UnseenReason Reason, int Count, IReadOnlyList<string> Paths);
