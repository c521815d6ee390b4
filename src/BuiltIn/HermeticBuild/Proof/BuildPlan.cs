using System.Globalization;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Globs;
using Gates.Formats.Foundation.Text;

namespace Gates.BuiltIn.HermeticBuild.Proof;

/// <summary>A build as it was asked for, checked before anything is sent to an engine.</summary>
/// <param name="Options">As written.</param>
/// <param name="Name">What reports call it.</param>
/// <param name="Context">The folder, with a slash at its end; empty for the root.</param>
/// <param name="Dockerfile">Empty for a command.</param>
/// <param name="Memory">In bytes.</param>
/// <param name="Size">In bytes.</param>
internal sealed record BuildPlan(BuildOptions Options, string Name, string Context, string Dockerfile, long Memory, long Size)
{
    private const int MaxBuilds = 20;
    private const long LeastMemory = 6L << 20;

    public bool IsCommand => Options.Command.Count > 0;

    /// <exception cref="UsageException">An option cannot be meant as it is.</exception>
    public static IReadOnlyList<BuildPlan> From(IReadOnlyList<BuildOptions> all)
    {
        if (all.Count > MaxBuilds)
        {
            throw new UsageException(FormattableString.Invariant($"`build`: there are {all.Count} builds; at most {MaxBuilds} are run"));
        }

        var plans = all.Select(From).ToList();
        return plans.Select(plan => plan.Name).GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twin
            ? throw new UsageException($"`build`: two builds are called {Escape.OneLine(twin.Key)}; give each its `name`")
            : plans;
    }

    private static BuildPlan From(BuildOptions options)
    {
        var context = Folder(options.Context);
        var dockerfile = options.Command.Count > 0 ? "" : options.Dockerfile.Length > 0 ? Normal(options.Dockerfile) : context + "Dockerfile";
        var name = options.Name.Length > 0 ? options.Name : dockerfile.Length > 0 ? dockerfile : string.Join(' ', options.Command);
        Check(options, Escape.Cut(Escape.OneLine(name), 100));
        var memory = Bytes(options.Memory, "memory");
        return memory < LeastMemory
            ? throw new UsageException($"`build.memory`: {Escape.OneLine(options.Memory)} is less than the 6m that an engine needs for a container")
            : new BuildPlan(options, Escape.Cut(Escape.OneLine(name), 100), context, dockerfile, memory, Bytes(options.Size, "size"));
    }

    private static void Check(BuildOptions options, string name)
    {
        if (options.Command.Count > 0)
        {
            var other = options.Dockerfile.Length > 0 ? "dockerfile" : options.Target.Length > 0 ? "target" : options.Args.Count > 0 ? "args" : null;
            if (other is not null)
            {
                throw new UsageException($"`build`: {name}: a `command` has no `{other}`; leave one of them away");
            }

            if (options.Command[0].Length == 0 || options.Command.Any(part => part.Contains('\0', StringComparison.Ordinal)))
            {
                throw new UsageException($"`build`: {name}: `command` is a list of the program and its arguments, such as [make, all]");
            }

            Image(options.Image, name);
        }
        else if (options.Image.Length > 0 || options.User.Length > 0)
        {
            throw new UsageException($"`build`: {name}: `{(options.Image.Length > 0 ? "image" : "user")}` is for a `command`; the Dockerfile says its own");
        }

        CheckNames(options, name);
        foreach (var accept in options.Accept)
        {
            if (Glob.Refuse(accept.Files) is { } refusal)
            {
                throw new UsageException($"`build.accept`: {Escape.OneLine(accept.Files)} {refusal}");
            }

            if (string.IsNullOrWhiteSpace(accept.Reason))
            {
                throw new UsageException($"`build.accept`: {Escape.OneLine(accept.Files)}: `reason` is empty; say why it may differ");
            }
        }
    }

    private static void CheckNames(BuildOptions options, string name)
    {
        static bool IsPlain(string text, string extra) =>
            text.All(letter => char.IsAsciiLetterOrDigit(letter) || extra.Contains(letter, StringComparison.Ordinal)) && text.Length <= 128;
        if (!IsPlain(options.Target, "-_.") || !IsPlain(options.Platform, "/-_.") || !IsPlain(options.User, "-_.:"))
        {
            throw new UsageException($"`build`: {name}: `target`, `platform` and `user` are plain names, such as linux/amd64");
        }

        if (options.Args.Keys.FirstOrDefault(key => key.Length == 0 || char.IsAsciiDigit(key[0]) || !IsPlain(key, "_")) is { } bad)
        {
            throw new UsageException($"`build.args`: \"{Escape.OneLine(bad)}\" is no name of a build argument");
        }
    }

    private static void Image(string text, string name)
    {
        if (text.Length == 0)
        {
            throw new UsageException($"`build`: {name}: a `command` runs in an image; name it under `image`");
        }

        if (!ImageReference.TryParse(text, out _, out var reason))
        {
            throw new UsageException($"`build.image`: \"{Escape.Cut(Escape.OneLine(text), 120)}\" names no image: {reason}");
        }
    }

    private static string Folder(string text) => Normal(text) is { Length: > 0 } path ? path + "/" : "";

    private static string Normal(string text)
    {
        var parts = text.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".").ToList();
        return text.StartsWith('/') || parts.Contains("..") || text.Any(char.IsControl)
            ? throw new UsageException($"`build`: \"{Escape.OneLine(text)}\" is no path from the repository's root")
            : string.Join('/', parts);
    }

    private static long Bytes(string text, string option)
    {
        var unit = text.Length > 0 ? char.ToLowerInvariant(text[^1]) switch { 'k' => 10, 'm' => 20, 'g' => 30, _ => -1 } : -1;
        return unit > 0 && long.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1L << 20
            ? number << unit
            : throw new UsageException($"`build.{option}`: \"{Escape.OneLine(text)}\" is no size; write for example 512m or 2g");
    }
}
