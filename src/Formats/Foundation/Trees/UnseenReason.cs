namespace Gates.Formats.Foundation.Trees;

/// <summary>Why something was not looked at. Every reason that the product can give is in <see cref="UnseenReasons"/>.</summary>
/// <param name="Id">For programs, such as <c>sparse</c>.</param>
/// <param name="IsExpected">Whether somebody decided it, so that it is named and passes; what is unexpected keeps a gate from being evaluated.</param>
/// <param name="Words">For people, such as "sparse checkout".</param>
internal sealed record UnseenReason(string Id, bool IsExpected, string Words);
