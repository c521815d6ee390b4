namespace Gates.BuiltIn.BaseImageAllowlist.Lists.Kyverno;

/// <summary>A kind as policies write it: <c>Pod</c>, <c>v1/Pod</c>, <c>apps/v1/Deployment</c>, <c>*/Pod</c>, <c>*</c>.</summary>
/// <remarks>One with a sub-resource is no object.</remarks>
internal static class KindPattern
{
    public static bool Matches(string pattern, string group, string kind)
    {
        var parts = pattern.Split('/');
        if (parts[^1].Length > 0 && char.IsAsciiLetterLower(parts[^1][0]))
        {
            return false;
        }

        return Wildcard.Matches(parts[^1].Split('.')[0], kind) && (parts.Length < 3 || Wildcard.Matches(parts[0], group));
    }
}
