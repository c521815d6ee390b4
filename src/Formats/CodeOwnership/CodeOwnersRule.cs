using System.Text.RegularExpressions;

namespace Gates.Formats.CodeOwnership;

/// <summary>One valid line of a CODEOWNERS file.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Pattern">As written.</param>
/// <param name="Owners"><c>@user</c>, <c>@org/team</c> or an e-mail address; none takes the ownership away.</param>
/// <param name="Path">Matches the paths.</param>
internal sealed record CodeOwnersRule(int Line, string Pattern, IReadOnlyList<string> Owners, Regex Path);
