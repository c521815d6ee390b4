namespace Gates.BuiltIn.BaseImageAllowlist;

/// <summary>Joins the paths that files name each other by.</summary>
internal static class RepositoryPath
{
    /// <summary>
    /// The path relative to the repository's root; <see langword="null"/> when it leaves the repository, is a URL, or is only known to the run.
    /// </summary>
    public static string? Join(params ReadOnlySpan<string> parts)
    {
        var result = new List<string>();
        foreach (var part in parts)
        {
            if (part.StartsWith('/') || part.AsSpan().IndexOfAny("$\\~") >= 0 || part.Contains("://", StringComparison.Ordinal))
            {
                return null;
            }

            foreach (var segment in part.Split('/'))
            {
                if (segment == ".." && result.Count == 0)
                {
                    return null;
                }

                if (segment == "..")
                {
                    result.RemoveAt(result.Count - 1);
                }
                else if (segment is not ("" or "."))
                {
                    result.Add(segment);
                }
            }
        }

        return string.Join('/', result);
    }
}
