using Jint;
using Jint.Native.Object;
using Jint.Runtime;

namespace Gates.Policies.Engine;

/// <summary>The keys of objects that a policy hands over: a misspelt one would be overlooked.</summary>
internal static class ObjectKeys
{
    /// <exception cref="MisuseException">The object has another key.</exception>
    public static void Check(string call, string what, ObjectInstance target, string[] keys)
    {
        if (target.GetOwnPropertyKeys(Types.String).Select(key => key.AsString()).FirstOrDefault(key => !keys.Contains(key, StringComparer.Ordinal)) is { } unknown)
        {
            throw new MisuseException($"{call}: {what} has no \"{Texts.Shorten(unknown, 40)}\"; it has {string.Join(", ", keys)}");
        }
    }
}
