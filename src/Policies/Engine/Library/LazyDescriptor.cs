using Jint.Native;
using Jint.Runtime.Descriptors;

namespace Gates.Policies.Engine.Library;

/// <summary>A property that is made when a script first looks: of a large library, a policy uses little.</summary>
internal sealed class LazyDescriptor : PropertyDescriptor
{
    private Func<JsValue>? _make;
    private JsValue? _value;

    public LazyDescriptor(Func<JsValue> make)
    {
        _make = make;
        Writable = true;
        Enumerable = false;
        Configurable = true;
    }

    /// <value>Whether nothing has been made of it yet, and no script has put something else here.</value>
    public bool IsOpen => _value is null;

    public override JsValue Value
    {
        get
        {
            if (_make is { } make)
            {
                _make = null;
                var made = make();
                _value ??= made;
            }

            return _value ?? JsValue.Undefined;
        }

        set
        {
            _make = null;
            _value = value;
        }
    }
}
