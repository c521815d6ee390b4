using Gates.BuiltIn.HermeticBuild.Tools;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>The lists of packages that pip is told to read, whatever they are called.</summary>
internal static class Requirements
{
    private static readonly string[] Flags = ["-r", "--requirement", "--requirements"];

    /// <summary>What stands after <c>-r</c>, as written.</summary>
    public static IEnumerable<string> Of(Call call)
    {
        var arguments = call.Invocation.Arguments;
        for (var i = 0; i < arguments.Count && call.Name is "pip" or "pip3" && call.Verb is "install" or "download" or "wheel"; i++)
        {
            var text = arguments[i].Text;
            if (Flags.Contains(text, StringComparer.Ordinal) && i + 1 < arguments.Count)
            {
                yield return arguments[i + 1].Text;
            }
            else if (text.StartsWith("--requirement", StringComparison.Ordinal) && text.Contains('=', StringComparison.Ordinal))
            {
                yield return text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..];
            }
            else if (text.Length > 2 && text.StartsWith("-r", StringComparison.Ordinal))
            {
                yield return text[2..];
            }
        }
    }

    /// <summary>The files of the repository among them. What a Dockerfile copies elsewhere is looked for by its name.</summary>
    public static IEnumerable<string> FilesOf(Script script, RepositoryFiles files)
    {
        var folder = script.Folder ?? "";
        foreach (var text in script.Calls.SelectMany(Of).Select(script.Resolve).Where(text => !Address.IsRemote(text)))
        {
            var named = Folders.Enter(folder, text);
            if (named is not null && files.Exists("", named))
            {
                yield return named;
            }
            else if (files.Exists(folder, Folders.NameOf(text)))
            {
                yield return Folders.Join(folder, Folders.NameOf(text));
            }
        }
    }
}
