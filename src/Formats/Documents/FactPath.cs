namespace Gates.Formats.Documents;

/// <summary>File names in reports as paths of the repository.</summary>
internal static class FactPath
{
    /// <summary>
    /// The path with its <c>.</c> and <c>..</c> resolved, or <see langword="null"/> when it is absolute, leaves the repository, or names nothing.
    /// </summary>
    public static string? Normalise(string path)
    {
        if (path.StartsWith('/') || path.Any(char.IsControl) || (path.Length > 1 && path[1] == ':'))
        {
            return null;
        }

        var steps = new List<string>();
        foreach (var step in path.Split('/').Where(step => step is not ("" or ".")))
        {
            if (step != "..")
            {
                steps.Add(step);
            }
            else if (steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else
            {
                return null;
            }
        }

        return steps.Count > 0 ? string.Join('/', steps) : null;
    }
}
