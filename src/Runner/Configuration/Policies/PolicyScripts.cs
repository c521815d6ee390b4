using System.Text;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.Settings;
using Gates.Pipeline;
using Gates.Policies;

namespace Gates.Runner.Configuration.Policies;

/// <summary>Loads, compiles and runs policies of a tree.</summary>
internal sealed class PolicyScripts(PolicyLinker linker, IPolicyJudge judge) : IPolicyScripts
{
    public async Task<Judgement> JudgeAsync(
        ISourceTree tree,
        string path,
        Evidence evidence,
        IReadOnlyDictionary<string, object> settings,
        CancellationToken cancellationToken)
    {
        var loaded = new PolicyLoader(tree).Load(path);
        var written = SettingJson.ToElement(new SettingMap([.. settings.Select(pair => KeyValuePair.Create(pair.Key, (object?)pair.Value))])).GetRawText();
        var resolved = PolicySettings.Read(loaded.Manifest, $"the settings of {path}", Encoding.UTF8.GetBytes(written));
        var policy = await linker.LinkAsync(loaded.Source, cancellationToken);
        return await judge.JudgeAsync(policy, evidence, resolved, new PolicyLimits(), cancellationToken);
    }

    public IEnumerable<string> Files(ISourceTree tree, string path) => new PolicyLoader(tree).Load(path).Files!.Paths;
}
