using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.BuiltIn.HermeticBuild.Tools;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>Finds packages and lists of packages that an installer takes from an address itself: nothing compares them.</summary>
internal sealed class PackageAddressCheck : IScriptCheck
{
    private static readonly string[] RpmFlags = ["--install", "--upgrade", "--freshen", "--import", "--reinstall"];

    public IEnumerable<CommandFact> Inspect(Script script)
    {
        foreach (var call in script.Calls)
        {
            var words = Installs(call) ? call.Operands.Select(word => word.Text) : Requirements.Of(call);
            var open = words.Select(script.Resolve).Where(text => Address.IsRemote(text) && !text.Split('/').Any(Pins.IsCommit)).Select(Address.Show).ToList();
            if (open.Count > 0)
            {
                var tool = call.Name is "rpm" or "pacman" ? call.Name : $"{call.Name} {call.Verb}";
                yield return new CommandFact { Problem = "unchecked-download", Tool = tool, Subjects = open, Line = call.Line };
            }
        }
    }

    private static bool Installs(Call call) => call.Name switch
    {
        "rpm" => call.Has(RpmFlags) || HasLetter(call, "iUF"),
        "pacman" => HasLetter(call, "U"),
        "apk" => call.Verb is "add",
        "dnf" or "dnf5" or "yum" or "microdnf" or "tdnf" => call.Verb is "install" or "localinstall" or "reinstall" or "upgrade" or "update",
        "zypper" => call.Verb is "install" or "in",
        _ => false,
    };

    // -i, -U, -ivh and -Uvh, but no query such as -qi.
    private static bool HasLetter(Call call, string letters) => call.Invocation.Arguments.Any(word => word.IsFlag && letters.Contains(word.Text[1]))
        && !call.Invocation.Arguments.Any(word => word.IsFlag && word.Text[1] is 'q' or 'V' or 'K');
}
