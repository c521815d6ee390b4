using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime.Descriptors;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine.Documents;

/// <summary>A read-only script object whose properties are made when they are first looked at.</summary>
internal abstract class LazyObject : ObjectInstance
{
    protected LazyObject(JintEngine engine, ObjectInstance prototype)
        : base(engine)
    {
        Prototype = prototype;
        Extensible = false;
    }

    protected abstract IReadOnlyList<string> Names { get; }

    public override PropertyDescriptor GetOwnProperty(string propertyName)
    {
        var known = base.GetOwnProperty(propertyName);
        if (known != PropertyDescriptor.Undefined || !Names.Contains(propertyName, StringComparer.Ordinal))
        {
            return known;
        }

        var made = new PropertyDescriptor(Make(propertyName), writable: false, enumerable: true, configurable: false);
        SetOwnProperty(propertyName, made);
        return made;
    }

    public override bool HasOwnProperty(string propertyName) => Names.Contains(propertyName, StringComparer.Ordinal);

    public override IEnumerable<KeyValuePair<string, PropertyDescriptor>> GetOwnProperties() =>
        Names.Select(name => KeyValuePair.Create(name, GetOwnProperty(name)));

    protected abstract JsValue Make(string name);
}
