var Qa,pt,Kf,Lu,_s,Xf,jf,Zf,Cu,Ya,Po,Jf,Nu,Pu,Iu,ix,ja={},Za=[],sx=/acit|ex(?:s|g|n|p|$)|rph|grid|ows|mnc|ntw|ine[ch]|zoo|^ord|itera/i,el=Array.isArray;function Gi(n,e){for(var t in e)n[t]=e[t];return n}function Du(n){n&&n.parentNode&&n.parentNode.removeChild(n)}function Uu(n,e,t){var i,s,r,o={};for(r in e)r=="key"?i=e[r]:r=="ref"?s=e[r]:o[r]=e[r];if(arguments.length>2&&(o.children=arguments.length>3?Qa.call(arguments,2):t),typeof n=="function"&&n.defaultProps!=null)for(r in n.defaultProps)o[r]===void 0&&(o[r]=n.defaultProps[r]);return Ka(n,o,i,s,null)}function Ka(n,e,t,i,s){var r={type:n,props:e,key:t,ref:i,__k:null,__:null,__b:0,__e:null,__c:null,constructor:void 0,__v:s??++Kf,__i:-1,__u:0};return s==null&&pt.vnode!=null&&pt.vnode(r),r}function je(n){return n.children}function Mr(n,e){this.props=n,this.context=e}function Gs(n,e){if(e==null)return n.__?Gs(n.__,n.__i+1):null;for(var t;e<n.__k.length;e++)if((t=n.__k[e])!=null&&t.__e!=null)return t.__e;return typeof n.type=="function"?Gs(n):null}function rx(n){if(n.__P&&n.__d){var e=n.__v,t=e.__e,i=[],s=[],r=Gi({},e);r.__v=e.__v+1,pt.vnode&&pt.vnode(r),ku(n.__P,r,e,n.__n,n.__P.namespaceURI,32&e.__u?[t]:null,i,t??Gs(e),!!(32&e.__u),s),r.__v=e.__v,r.__.__k[r.__i]=r,ip(i,r,s),e.__e=e.__=null,r.__e!=t&&Qf(r)}}function Qf(n){if((n=n.__)!=null&&n.__c!=null)return n.__e=n.__c.base=null,n.__k.some(function(e){if(e!=null&&e.__e!=null)return n.__e=n.__c.base=e.__e}),Qf(n)}function qf(n){(!n.__d&&(n.__d=!0)&&_s.push(n)&&!Ja.__r++||Xf!=pt.debounceRendering)&&((Xf=pt.debounceRendering)||jf)(Ja)}function Ja(){try{for(var n,e=1;_s.length;)_s.length>e&&_s.sort(Zf),n=_s.shift(),e=_s.length,rx(n)}finally{_s.length=Ja.__r=0}}function ep(n,e,t,i,s,r,o,a,c,l,u){var d,h,p,g,y,x,m=i&&i.__k||Za,b=e.length;for(c=ox(t,e,m,c,b),d=0;d<b;d++)(p=t.__k[d])!=null&&(h=p.__i!=-1&&m[p.__i]||ja,p.__i=d,x=ku(n,p,h,s,r,o,a,c,l,u),g=p.__e,p.ref&&h.ref!=p.ref&&(h.ref&&Ou(h.ref,null,p),u.push(p.ref,p.__c||g,p)),y==null&&g!=null&&(y=g),4&p.__u?(c=tp(p,c,n),h.__e&&(h.__e=null)):typeof p.type=="function"&&x!==void 0?c=x:g&&(c=g.nextSibling),p.__u&=-7);return t.__e=y,c}function ox(n,e,t,i,s){var r,o,a,c,l,u=t.length,d=u,h=0;for(n.__k=new Array(s),r=0;r<s;r++)(o=e[r])!=null&&typeof o!="boolean"&&typeof o!="function"?(typeof o=="string"||typeof o=="number"||typeof o=="bigint"||o.constructor==String?o=n.__k[r]=Ka(null,o,null,null,null):el(o)?o=n.__k[r]=Ka(je,{children:o},null,null,null):o.constructor===void 0&&o.__b>0?o=n.__k[r]=Ka(o.type,o.props,o.key,o.ref?o.ref:null,o.__v):n.__k[r]=o,c=r+h,o.__=n,o.__b=n.__b+1,a=null,(l=o.__i=ax(o,t,c,d))!=-1&&(d--,(a=t[l])&&(a.__u|=2)),a==null||a.__v==null?(l==-1&&(s>u?h--:s<u&&h++),typeof o.type!="function"&&(o.__u|=4)):l!=c&&(l==c-1?h--:l==c+1?h++:(l>c?h--:h++,o.__u|=4))):n.__k[r]=null;if(d)for(r=0;r<u;r++)(a=t[r])!=null&&(2&a.__u)==0&&(a.__e==i&&(i=Gs(a)),rp(a,a));return i}function tp(n,e,t){var i,s;if(typeof n.type=="function"){for(i=n.__k,s=0;i&&s<i.length;s++)i[s]&&(i[s].__=n,e=tp(i[s],e,t));return e}n.__e!=e&&(e&&n.type&&!e.parentNode&&(e=Gs(n)),e=t.insertBefore(n.__e,e||null));do e=e&&e.nextSibling;while(e!=null&&e.nodeType==8);return e}function ax(n,e,t,i){var s,r,o,a=n.key,c=n.type,l=e[t],u=l!=null&&(2&l.__u)==0;if(l===null&&a==null||u&&a==l.key&&c==l.type)return t;if(i>(u?1:0)){for(s=t-1,r=t+1;s>=0||r<e.length;)if((l=e[o=s>=0?s--:r++])!=null&&(2&l.__u)==0&&a==l.key&&c==l.type)return o}return-1}function $f(n,e,t){e[0]=="-"?n.setProperty(e,t??""):n[e]=t==null?"":typeof t!="number"||sx.test(e)?t:t+"px"}function $a(n,e,t,i,s){var r,o;e:if(e=="style")if(typeof t=="string")n.style.cssText=t;else{if(typeof i=="string"&&(n.style.cssText=i=""),i)for(e in i)t&&e in t||$f(n.style,e,"");if(t)for(e in t)i&&t[e]==i[e]||$f(n.style,e,t[e])}else if(e[0]=="o"&&e[1]=="n")r=e!=(e=e.replace(Jf,"$1")),o=e.toLowerCase(),e=o in n||e=="onFocusOut"||e=="onFocusIn"?o.slice(2):e.slice(2),n.l||(n.l={}),n.l[e+r]=t,t?i?t[Po]=i[Po]:(t[Po]=Nu,n.addEventListener(e,r?Iu:Pu,r)):n.removeEventListener(e,r?Iu:Pu,r);else{if(s=="http://www.w3.org/2000/svg")e=e.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(e!="width"&&e!="height"&&e!="href"&&e!="list"&&e!="form"&&e!="tabIndex"&&e!="download"&&e!="rowSpan"&&e!="colSpan"&&e!="role"&&e!="popover"&&e in n)try{n[e]=t??"";break e}catch{}typeof t=="function"||(t==null||t===!1&&e[4]!="-"?n.removeAttribute(e):n.setAttribute(e,e=="popover"&&t==1?"":t))}}function Yf(n){return function(e){if(this.l){var t=this.l[e.type+n];if(e[Ya]==null)e[Ya]=Nu++;else if(e[Ya]<t[Po])return;return t(pt.event?pt.event(e):e)}}}function ku(n,e,t,i,s,r,o,a,c,l){var u,d,h,p,g,y,x,m,b,M,v,E,T,_,S,L,C=e.type;if(e.constructor!==void 0)return null;128&t.__u&&(c=!!(32&t.__u),r=[a=e.__e=t.__e]),(u=pt.__b)&&u(e);e:if(typeof C=="function"){d=o.length;try{if(b=e.props,M=C.prototype&&C.prototype.render,v=(u=C.contextType)&&i[u.__c],E=u?v?v.props.value:u.__:i,t.__c?m=(h=e.__c=t.__c).__=h.__E:(M?e.__c=h=new C(b,E):(e.__c=h=new Mr(b,E),h.constructor=C,h.render=cx),v&&v.sub(h),h.state||(h.state={}),h.__n=i,p=h.__d=!0,h.__h=[],h._sb=[]),M&&h.__s==null&&(h.__s=h.state),M&&C.getDerivedStateFromProps!=null&&(h.__s==h.state&&(h.__s=Gi({},h.__s)),Gi(h.__s,C.getDerivedStateFromProps(b,h.__s))),g=h.props,y=h.state,h.__v=e,p)M&&C.getDerivedStateFromProps==null&&h.componentWillMount!=null&&h.componentWillMount(),M&&h.componentDidMount!=null&&h.__h.push(h.componentDidMount);else{if(M&&C.getDerivedStateFromProps==null&&b!==g&&h.componentWillReceiveProps!=null&&h.componentWillReceiveProps(b,E),e.__v==t.__v||!h.__e&&h.shouldComponentUpdate!=null&&h.shouldComponentUpdate(b,h.__s,E)===!1){e.__v!=t.__v&&(h.props=b,h.state=h.__s,h.__d=!1),e.__e=t.__e,e.__k=t.__k,e.__k.some(function(I){I&&(I.__=e)}),Za.push.apply(h.__h,h._sb),h._sb=[],h.__h.length&&o.push(h),a=Gs(t);break e}h.componentWillUpdate!=null&&h.componentWillUpdate(b,h.__s,E),M&&h.componentDidUpdate!=null&&h.__h.push(function(){h.componentDidUpdate(g,y,x)})}if(h.context=E,h.props=b,h.__P=n,h.__e=!1,T=pt.__r,_=0,M)h.state=h.__s,h.__d=!1,T&&T(e),u=h.render(h.props,h.state,h.context),Za.push.apply(h.__h,h._sb),h._sb=[];else do h.__d=!1,T&&T(e),u=h.render(h.props,h.state,h.context),h.state=h.__s;while(h.__d&&++_<25);h.state=h.__s,h.getChildContext!=null&&(i=Gi(Gi({},i),h.getChildContext())),M&&!p&&h.getSnapshotBeforeUpdate!=null&&(x=h.getSnapshotBeforeUpdate(g,y)),S=u!=null&&u.type===je&&u.key==null?sp(u.props.children):u,a=ep(n,el(S)?S:[S],e,t,i,s,r,o,a,c,l),h.base=e.__e,e.__u&=-161,h.__h.length&&o.push(h),m&&(h.__E=h.__=null)}catch(I){if(o.length=d,e.__v=null,c||r!=null){if(I.then){for(e.__u|=c?160:128;a&&a.nodeType==8&&a.nextSibling;)a=a.nextSibling;r!=null&&(r[r.indexOf(a)]=null),e.__e=a}else if(r!=null)for(L=r.length;L--;)Du(r[L])}else e.__e=t.__e;e.__k==null&&(e.__k=t.__k||[]),I.then||np(e),pt.__e(I,e,t)}}else r==null&&e.__v==t.__v?(e.__k=t.__k,e.__e=t.__e):a=e.__e=lx(t.__e,e,t,i,s,r,o,c,l);return(u=pt.diffed)&&u(e),128&e.__u?void 0:a}function np(n){n&&(n.__c&&(n.__c.__e=!0),n.__k&&n.__k.some(np))}function ip(n,e,t){for(var i=0;i<t.length;i++)Ou(t[i],t[++i],t[++i]);pt.__c&&pt.__c(e,n),n.some(function(s){try{n=s.__h,s.__h=[],n.some(function(r){r.call(s)})}catch(r){pt.__e(r,s.__v)}})}function sp(n){return typeof n!="object"||n==null||n.__b>0?n:el(n)?n.map(sp):n.constructor!==void 0?null:Gi({},n)}function lx(n,e,t,i,s,r,o,a,c){var l,u,d,h,p,g,y,x=t.props||ja,m=e.props,b=e.type;if(b=="svg"?s="http://www.w3.org/2000/svg":b=="math"?s="http://www.w3.org/1998/Math/MathML":s||(s="http://www.w3.org/1999/xhtml"),r!=null){for(l=0;l<r.length;l++)if((p=r[l])&&"setAttribute"in p==!!b&&(b?p.localName==b:p.nodeType==3)){n=p,r[l]=null;break}}if(n==null){if(b==null)return document.createTextNode(m);n=document.createElementNS(s,b,m.is&&m),a&&(pt.__m&&pt.__m(e,r),a=!1),r=null}if(b==null)x===m||a&&n.data==m||(n.data=m);else{if(r=b=="textarea"&&m.defaultValue!=null?null:r&&Qa.call(n.childNodes),!a&&r!=null)for(x={},l=0;l<n.attributes.length;l++)x[(p=n.attributes[l]).name]=p.value;for(l in x)p=x[l],l=="dangerouslySetInnerHTML"?d=p:l=="children"||l in m||l=="value"&&"defaultValue"in m||l=="checked"&&"defaultChecked"in m||$a(n,l,null,p,s);for(l in m)p=m[l],l=="children"?h=p:l=="dangerouslySetInnerHTML"?u=p:l=="value"?g=p:l=="checked"?y=p:a&&typeof p!="function"||x[l]===p||$a(n,l,p,x[l],s);if(u)a||d&&(u.__html==d.__html||u.__html==n.innerHTML)||(n.innerHTML=u.__html),e.__k=[];else if(d&&(n.innerHTML=""),ep(e.type=="template"?n.content:n,el(h)?h:[h],e,t,i,b=="foreignObject"?"http://www.w3.org/1999/xhtml":s,r,o,r?r[0]:t.__k&&Gs(t,0),a,c),r!=null)for(l=r.length;l--;)Du(r[l]);a&&b!="textarea"||(l="value",b=="progress"&&g==null?n.removeAttribute("value"):g!=null&&(g!==n[l]||b=="progress"&&!g||b=="option"&&g!=x[l])&&$a(n,l,g,x[l],s),l="checked",y!=null&&y!=n[l]&&$a(n,l,y,x[l],s))}return n}function Ou(n,e,t){try{if(typeof n=="function"){var i=typeof n.__u=="function";i&&n.__u(),i&&e==null||(n.__u=n(e))}else n.current=e}catch(s){pt.__e(s,t)}}function rp(n,e,t){var i,s;if(pt.unmount&&pt.unmount(n),(i=n.ref)&&(i.current&&i.current!=n.__e||Ou(i,null,e)),(i=n.__c)!=null){if(i.componentWillUnmount)try{i.componentWillUnmount()}catch(r){pt.__e(r,e)}i.base=i.__P=i.__n=null}if(i=n.__k)for(s=0;s<i.length;s++)i[s]&&rp(i[s],e,t||typeof n.type!="function");t||Du(n.__e),n.__c=n.__=n.__e=void 0}function cx(n,e,t){return this.constructor(n,t)}function Fu(n,e,t){var i,s,r,o;e==document&&(e=document.documentElement),pt.__&&pt.__(n,e),s=(i=typeof t=="function")?null:t&&t.__k||e.__k,r=[],o=[],ku(e,n=(!i&&t||e).__k=Uu(je,null,[n]),s||ja,ja,e.namespaceURI,!i&&t?[t]:s?null:e.firstChild?Qa.call(e.childNodes):null,r,!i&&t?t:s?s.__e:e.firstChild,i,o),ip(r,n,o),n.props.children=null}Qa=Za.slice,pt={__e:function(n,e,t,i){for(var s,r,o;e=e.__;)if((s=e.__c)&&!s.__)try{if((r=s.constructor)&&r.getDerivedStateFromError!=null&&(s.setState(r.getDerivedStateFromError(n)),o=s.__d),s.componentDidCatch!=null&&(s.componentDidCatch(n,i||{}),o=s.__d),o)return s.__E=s}catch(a){n=a}throw n}},Kf=0,Lu=function(n){return n!=null&&n.constructor===void 0},Mr.prototype.setState=function(n,e){var t;t=this.__s!=null&&this.__s!=this.state?this.__s:this.__s=Gi({},this.state),typeof n=="function"&&(n=n(Gi({},t),this.props)),n&&Gi(t,n),n!=null&&this.__v&&(e&&this._sb.push(e),qf(this))},Mr.prototype.forceUpdate=function(n){this.__v&&(this.__e=!0,n&&this.__h.push(n),qf(this))},Mr.prototype.render=je,_s=[],jf=typeof Promise=="function"?Promise.prototype.then.bind(Promise.resolve()):setTimeout,Zf=function(n,e){return n.__v.__b-e.__v.__b},Ja.__r=0,Cu=Math.random().toString(8),Ya="__d"+Cu,Po="__a"+Cu,Jf=/(PointerCapture)$|Capture$/i,Nu=0,Pu=Yf(!1),Iu=Yf(!0),ix=0;var Sr,Ht,Bu,op,nl=0,pp=[],Wt=pt,ap=Wt.__b,lp=Wt.__r,cp=Wt.diffed,up=Wt.__c,hp=Wt.unmount,dp=Wt.__;function il(n,e){Wt.__h&&Wt.__h(Ht,n,nl||e),nl=0;var t=Ht.__H||(Ht.__H={__:[],__h:[]});return n>=t.__.length&&t.__.push({}),t.__[n]}function Ae(n){return nl=1,ux(mp,n)}function ux(n,e,t){var i=il(Sr++,2);if(i.t=n,!i.__c&&(i.__=[t?t(e):mp(void 0,e),function(a){var c=i.__N?i.__N[0]:i.__[0],l=i.t(c,a);c!==l&&(i.__N=[l,i.__[1]],i.__c.setState({}))}],i.__c=Ht,!Ht.__f)){var s=function(a,c,l){if(!i.__c.__H)return!0;var u=!1,d=i.__c.props!==a;if(i.__c.__H.__.some(function(p){if(p.__N){u=!0;var g=p.__[0];p.__=p.__N,p.__N=void 0,g!==p.__[0]&&(d=!0)}}),r){var h=r.call(this,a,c,l);return u?h||d:h}return!u||d};Ht.__f=!0;var r=Ht.shouldComponentUpdate,o=Ht.componentWillUpdate;Ht.componentWillUpdate=function(a,c,l){if(this.__e){var u=r;r=void 0,s(a,c,l),r=u}o&&o.call(this,a,c,l)},Ht.shouldComponentUpdate=s}return i.__N||i.__}function _e(n,e){var t=il(Sr++,3);!Wt.__s&&Vu(t.__H,e)&&(t.__=n,t.u=e,Ht.__H.__h.push(t))}function Ws(n,e){var t=il(Sr++,4);!Wt.__s&&Vu(t.__H,e)&&(t.__=n,t.u=e,Ht.__h.push(t))}function ut(n){return nl=5,sl(function(){return{current:n}},[])}function sl(n,e){var t=il(Sr++,7);return Vu(t.__H,e)&&(t.__=n(),t.__H=e,t.__h=n),t.__}function hx(){for(var n;n=pp.shift();){var e=n.__H;if(n.__P&&e)try{e.__h.some(tl),e.__h.some(zu),e.__h=[]}catch(t){e.__h=[],Wt.__e(t,n.__v)}}}Wt.__b=function(n){Ht=null,ap&&ap(n)},Wt.__=function(n,e){n&&e.__k&&e.__k.__m&&(n.__m=e.__k.__m),dp&&dp(n,e)},Wt.__r=function(n){lp&&lp(n),Sr=0;var e=(Ht=n.__c).__H;e&&(Bu===Ht?(e.__h=[],Ht.__h=[],e.__.some(function(t){t.__N&&(t.__=t.__N),t.u=t.__N=void 0})):(e.__h.some(tl),e.__h.some(zu),e.__h=[],Sr=0)),Bu=Ht},Wt.diffed=function(n){cp&&cp(n);var e=n.__c;e&&e.__H&&(e.__H.__h.length&&(pp.push(e)!==1&&op===Wt.requestAnimationFrame||((op=Wt.requestAnimationFrame)||dx)(hx)),e.__H.__.some(function(t){t.u&&(t.__H=t.u,t.u=void 0)})),Bu=Ht=null},Wt.__c=function(n,e){e.some(function(t){try{t.__h.some(tl),t.__h=t.__h.filter(function(i){return!i.__||zu(i)})}catch(i){e.some(function(s){s.__h&&(s.__h=[])}),e=[],Wt.__e(i,t.__v)}}),up&&up(n,e)},Wt.unmount=function(n){hp&&hp(n);var e,t=n.__c;t&&t.__H&&(t.__H.__.some(function(i){try{tl(i)}catch(s){e=s}}),t.__H=void 0,e&&Wt.__e(e,t.__v))};var fp=typeof requestAnimationFrame=="function";function dx(n){var e,t=function(){clearTimeout(i),fp&&cancelAnimationFrame(e),setTimeout(n)},i=setTimeout(t,35);fp&&(e=requestAnimationFrame(t))}function tl(n){var e=Ht,t=n.__c;typeof t=="function"&&(n.__c=void 0,t()),Ht=e}function zu(n){var e=Ht;n.__c=n.__(),Ht=e}function Vu(n,e){return!n||n.length!==e.length||e.some(function(t,i){return t!==n[i]})}function mp(n,e){return typeof e=="function"?e(n):e}var fx=Symbol.for("preact-signals");function ll(){if(Wi>1)Wi--;else{var n,e=!1;for((function(){var s=ol;for(ol=void 0;s!==void 0;){var r=s.S;if(r.v===s.v)for(var o=r.t;o!==void 0;o=o.x)o.i===s.i&&(o.i=r.i);s=s.o}})();Lo!==void 0;){var t=Lo;for(Lo=void 0,rl++;t!==void 0;){var i=t.u;if(t.u=void 0,t.f&=-3,!(8&t.f)&&xp(t))try{t.c()}catch(s){e||(n=s,e=!0)}t=i}}if(rl=0,Wi--,e)throw n}}function Xs(n){if(Wi>0)return n();Hu=++px,Wi++;try{return n()}finally{ll()}}var Io,Ot=void 0;function No(n){var e=Ot,t=Io;Ot=void 0,Io=void 0;try{return n()}finally{Ot=e,Io=t}}var Lo=void 0,Wi=0,rl=0,px=0,Hu=0,ol=void 0,al=0;function gp(n){if(Ot!==void 0){var e=n.n;if(e===void 0||e.t!==Ot)return e={i:0,S:n,p:Ot.s,n:void 0,t:Ot,e:void 0,x:void 0,r:e},Ot.s!==void 0&&(Ot.s.n=e),Ot.s=e,n.n=e,32&Ot.f&&n.S(e),e;if(e.i===-1)return e.i=0,e.n!==void 0&&(e.n.p=e.p,e.p!==void 0&&(e.p.n=e.n),e.p=Ot.s,e.n=void 0,Ot.s.n=e,Ot.s=e),e}}function rn(n,e){this.v=n,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=e?.watched,this.Z=e?.unwatched,this.name=e?.name}rn.prototype.brand=fx;rn.prototype.h=function(){return!0};rn.prototype.S=function(n){var e=this,t=this.t;t!==n&&n.e===void 0&&(n.x=t,this.t=n,t!==void 0?t.e=n:No(function(){var i;(i=e.W)==null||i.call(e)}))};rn.prototype.U=function(n){var e=this;if(this.t!==void 0){var t=n.e,i=n.x;t!==void 0&&(t.x=i,n.e=void 0),i!==void 0&&(i.e=t,n.x=void 0),n===this.t&&(this.t=i,i===void 0&&No(function(){var s;(s=e.Z)==null||s.call(e)}))}};rn.prototype.subscribe=function(n){var e=this;return Ys(function(){var t=e.value;No(function(){return n(t)})},{name:"sub"})};rn.prototype.valueOf=function(){return this.value};rn.prototype.toString=function(){return this.value+""};rn.prototype.toJSON=function(){return this.value};rn.prototype.peek=function(){var n=this;return No(function(){return n.value})};Object.defineProperty(rn.prototype,"value",{get:function(){var n=gp(this);return n!==void 0&&(n.i=this.i),this.v},set:function(n){if(n!==this.v){if(rl>100)throw new Error("Cycle detected");(function(t){Wi!==0&&rl===0&&t.l!==Hu&&(t.l=Hu,ol={S:t,v:t.v,i:t.i,o:ol})})(this),this.v=n,this.i++,al++,Wi++;try{for(var e=this.t;e!==void 0;e=e.x)e.t.N()}finally{ll()}}}});function vt(n,e){return new rn(n,e)}function xp(n){for(var e=n.s;e!==void 0;e=e.n)if(e.S.i!==e.i||!e.S.h()||e.S.i!==e.i)return!0;return!1}function _p(n){for(var e=n.s;e!==void 0;e=e.n){var t=e.S.n;if(t!==void 0&&(e.r=t),e.S.n=e,e.i=-1,e.n===void 0){n.s=e;break}}}function vp(n){for(var e=n.s,t=void 0;e!==void 0;){var i=e.p;e.i===-1?(e.S.U(e),i!==void 0&&(i.n=e.n),e.n!==void 0&&(e.n.p=i)):t=e,e.S.n=e.r,e.r!==void 0&&(e.r=void 0),e=i}n.s=t}function qs(n,e){rn.call(this,void 0,e),this.x=n,this.s=void 0,this.g=al-1,this.f=4}qs.prototype=new rn;qs.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===al))return!0;if(this.g=al,this.f|=1,this.i>0&&!xp(this))return this.f&=-2,!0;var n=Ot;try{_p(this),Ot=this;var e=this.x();(16&this.f||this.v!==e||this.i===0)&&(this.v=e,this.f&=-17,this.i++)}catch(t){this.v=t,this.f|=16,this.i++}return Ot=n,vp(this),this.f&=-2,!0};qs.prototype.S=function(n){if(this.t===void 0){this.f|=36;for(var e=this.s;e!==void 0;e=e.n)e.S.S(e)}rn.prototype.S.call(this,n)};qs.prototype.U=function(n){if(this.t!==void 0&&(rn.prototype.U.call(this,n),this.t===void 0)){this.f&=-33;for(var e=this.s;e!==void 0;e=e.n)e.S.U(e)}};qs.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var n=this.t;n!==void 0;n=n.x)n.t.N()}};Object.defineProperty(qs.prototype,"value",{get:function(){if(1&this.f)throw new Error("Cycle detected");var n=gp(this);if(this.h(),n!==void 0&&(n.i=this.i),16&this.f)throw this.v;return this.v}});function $s(n,e){return new qs(n,e)}function yp(n){var e=n.j;if(n.j=void 0,typeof e=="function"){Wi++;var t=Ot;Ot=void 0;try{e()}catch(i){throw n.f&=-2,n.f|=8,Gu(n),i}finally{Ot=t,ll()}}}function Gu(n){for(var e=n.s;e!==void 0;e=e.n)e.S.U(e);n.x=void 0,n.s=void 0,yp(n)}function mx(n){if(Ot!==this)throw new Error("Out-of-order effect");vp(this),Ot=n,this.f&=-2;try{8&this.f&&Gu(this)}finally{ll()}}function wr(n,e){this.x=n,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=e?.name,Io&&Io.push(this)}wr.prototype.c=function(){var n=this.S();try{if(8&this.f||this.x===void 0)return;var e=this.x();typeof e=="function"&&(this.j=e)}finally{n()}};wr.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,yp(this),_p(this),Wi++;var n=Ot;return Ot=this,mx.bind(this,n)};wr.prototype.N=function(){2&this.f||(this.f|=2,this.u=Lo,Lo=this)};wr.prototype.d=function(){this.f|=8,1&this.f||Gu(this)};wr.prototype.dispose=function(){this.d()};function Ys(n,e){var t=new wr(n,e);try{t.c()}catch(s){throw t.d(),s}var i=t.d.bind(t);return i[Symbol.dispose]=i,i}var bp,ul,cl,gx=typeof window<"u"&&!!window.__PREACT_SIGNALS_DEVTOOLS__;var Mp=[];Ys(function(){bp=this.N})();function Tr(n,e){pt[n]=e.bind(null,pt[n]||function(){})}function Do(n){if(cl){var e=cl;cl=void 0,e()}cl=n&&n.S()}function Sp(n){var e=this,t=n.data,i=_x(t);i.name="ReactiveDom",i.value=t;var s=sl(function(){for(var a=e,c=e.__v;c=c.__;)if(c.__c){c.__c.__$f|=4;break}var l=$s(function(){var p=i.value.value;return p===0?0:p===!0?"":p||""}),u=$s(function(){return!Array.isArray(l.value)&&!Lu(l.value)}),d=Ys(function(){if(this.N=wp,u.value){var p=l.value;a.__v&&a.__v.__e&&a.__v.__e.nodeType===3&&(a.__v.__e.data=p)}}),h=e.__$u.d;return e.__$u.d=function(){d(),h.call(this)},[u,l]},[]),r=s[0],o=s[1];return r.value?o.peek():o.value}Sp.displayName="ReactiveTextNode";Object.defineProperties(rn.prototype,{constructor:{configurable:!0,value:Uu(je,null).constructor},type:{configurable:!0,value:Sp},props:{configurable:!0,get:function(){var n=this;return{data:{get value(){return n.value}}}}},__b:{configurable:!0,value:1}});Tr("__b",function(n,e){if(Do(),ul=void 0,typeof e.type=="string"){var t,i=e.props;for(var s in i)if(s!=="children"){var r=i[s];r instanceof rn&&(t||(e.__np=t={}),t[s]=r,i[s]=r.peek())}}n(e)});Tr("__r",function(n,e){if(n(e),e.type!==je){Do();var t,i=e.__c;i&&(i.__$f&=-2,(t=i.__$u)===void 0&&(i.__$u=t=(function(s,r){var o;return Ys(function(){o=this},{name:r}),o.c=s,o})((function(s){return function(){var r;gx&&((r=this.y)==null||r.call(this)),s.__$f|=1,s.setState({})}})(i),typeof e.type=="function"?e.type.displayName||e.type.name:""))),ul=i,Do(t)}});Tr("__e",function(n,e,t,i){Do(),ul=void 0,n(e,t,i)});Tr("diffed",function(n,e){Do(),ul=void 0;var t;if(typeof e.type=="string"&&(t=e.__e)){var i=e.__np,s=e.props,r=t.U;if(r)for(var o in r){var a=r[o];a===void 0||i&&o in i||(a.d(),r[o]=void 0)}if(i){r||(r={},t.U=r);for(var c in i){var l=r[c],u=i[c];l===void 0?(l=xx(t,c,u,s),r[c]=l):l.o(u,s)}}}n(e)});function xx(n,e,t,i){var s=e in n&&n.ownerSVGElement===void 0,r=vt(t);return{o:function(o,a){r.value=o,i=a},d:Ys(function(){this.N=wp;var o=r.value.value;i[e]!==o&&(i[e]=o,s?n[e]=o:o!=null&&(o!==!1||e[4]==="-")?n.setAttribute(e,o):n.removeAttribute(e))})}}Tr("unmount",function(n,e){if(typeof e.type=="string"){var t=e.__e;if(t){var i=t.U;if(i){t.U=void 0;for(var s in i){var r=i[s];r&&r.d()}}}var o=e.__np;if(o){var a=e.props;for(var c in o)a[c]=o[c]}e.__np=void 0}else{var l=e.__c;if(l){l.__$f|=8;var u=l.__$u;u&&(l.__$u=void 0,u.d())}}n(e)});Tr("__h",function(n,e,t,i){i<3&&(e.__$f|=2),n(e,t,i)});Mr.prototype.shouldComponentUpdate=function(n,e){if(this.__R)return!0;var t=this.__$u,i=t&&t.s!==void 0;for(var s in e)return!0;if(this.__f||typeof this.u=="boolean"&&this.u===!0){var r=2&this.__$f;if(!(i||r||4&this.__$f)||1&this.__$f)return!0}else if(!(i||4&this.__$f)||3&this.__$f)return!0;for(var o in n)if(o!=="__source"&&n[o]!==this.props[o])return!0;for(var a in this.props)if(!(a in n))return!0;return!1};function _x(n,e){return sl(function(){return vt(n,e)},[])}var vx=function(n){queueMicrotask(function(){queueMicrotask(n)})};function yx(){Xs(function(){for(var n;n=Mp.shift();)bp.call(n)})}function wp(){Mp.push(this)===1&&(pt.requestAnimationFrame||vx)(yx)}var Ks={view:"make",run:"",job:"",batch:"",compare:"",example:"",file:"",panel:"",prompt:"",preset:"draft",seed:"0",variations:"1",steps:"0",negative:"",model:"embedded",search:"",tags:"",stars:"0",state:"all",sort:"newest",word:"",kind:"",colour:"",cam:"",shading:"lit",level:"full",split:""};function Wu(n){let e=new URLSearchParams(n),t={...Ks};for(let i of Object.keys(Ks))e.has(i)&&(t[i]=e.get(i));return t}function Xu(n){let e=new URLSearchParams;for(let[i,s]of Object.entries(n))i in Ks&&String(s)!==Ks[i]&&e.set(i,s);let t=e.toString();return t?`?${t}`:""}var bx=["view","run","job","batch","compare","example","file"],Mx=["cam","level","split"],ke=vt(Wu(typeof location>"u"?"":location.search));function Ve(n,{replace:e=!1}={}){let t=ke.value,i={...t};for(let[a,c]of Object.entries(n))i[a]=String(c??Ks[a]);let s=bx.some(a=>i[a]!==t[a]);if(s)for(let a of Mx)a in n||(i[a]=Ks[a]);let r=Xu(i);if(r===Xu(t))return;ke.value=i;let o=`${location.pathname}${r}`;s&&!e?history.pushState(null,"",o):history.replaceState(null,"",o)}function lt(n,e){Ve({view:"make",run:"",job:"",batch:"",compare:"",example:"",file:"",panel:"",...n},e)}function Tp(){let n=()=>{ke.value=Wu(location.search)};return window.addEventListener("popstate",n),()=>window.removeEventListener("popstate",n)}var Sx="/_bozzetto/api",Qe=(n,e={})=>{let t=new URLSearchParams(Object.entries(e).filter(([,i])=>i!==""&&i!==void 0&&i!==null)).toString();return`${Sx}${n}${t?`?${t}`:""}`},Et=n=>`/runs/${encodeURIComponent(n)}`,qu=class extends Error{constructor(e,t){super(e),this.status=t}};async function Ep(n){let e=await n.json().catch(()=>({}));if(!n.ok)throw new qu(e.error||`${n.status} ${n.statusText}`,n.status);return e}async function St(n,e,t){return Ep(await fetch(Qe(n,e),{signal:t,headers:{Accept:"application/json"}}))}async function Xt(n,e={}){return Ep(await fetch(Qe(n),{method:"POST",headers:{"Content-Type":"application/json"},body:JSON.stringify(e)}))}function Ap(n,e){let t=null,i=0,s=()=>{t=new EventSource(Qe("/events")),t.onopen=()=>e(!0),t.onerror=()=>e(t.readyState===EventSource.OPEN);for(let[a,c]of Object.entries(n))t.addEventListener(a,l=>c(JSON.parse(l.data)))},r=()=>{t?.close(),t=null},o=()=>{clearTimeout(i),document.hidden?i=setTimeout(()=>{n.busy?.()||r()},6e4):t||s()};return s(),document.addEventListener("visibilitychange",o),()=>{r(),clearTimeout(i),document.removeEventListener("visibilitychange",o)}}var Rp={"ui.nav.make":"Make","ui.nav.queue":"Queue","ui.nav.library":"Library","ui.nav.words":"Words","ui.nav.settings":"Settings","ui.nav.details":"Details","ui.nav.skip":"Skip to the prompt","ui.prompt.label":"Prompt","ui.prompt.placeholder":"Describe an object","ui.prompt.start":"Type a prompt to start.","ui.prompt.make":"Make","ui.prompt.makeMany":"Make {n}","ui.prompt.settings":"Settings","ui.prompt.preset":"Preset","ui.prompt.variations":"Variations","ui.prompt.negative":"Avoid","ui.prompt.seed":"Seed","ui.prompt.steps":"Steps","ui.prompt.model":"Model","ui.prompt.stepsHelp":"Empty: the preset's {n}.","ui.prompt.negativeHelp":"For example: black","ui.prompt.random":"Random seed","ui.prompt.unavailable":"Models that can't run here","ui.prompt.clear":"Clear prompt","ui.prompt.ignored":"\u2018{word}\u2019 isn't known and will be ignored.","ui.prompt.ignoredShort":"Ignored: {word}","ui.prompt.readAs":"\u2018{word}\u2019 is read as {as}","ui.prompt.replace":"{as}","ui.prompt.noObject":"No known object yet.","ui.prompt.browse":"Browse the {n} objects","ui.prompt.suggestions":"Suggestions","ui.prompt.examples":"Examples","ui.prompt.cost":"About {time}","ui.prompt.measure":"Estimate time","ui.prompt.measuring":"Measuring a few steps\u2026","ui.prompt.memory":"{memory} of memory, {disk} of disk","ui.prompt.ahead":"{n} ahead in the queue","ui.prompt.reading":"Reading\u2026","ui.prompt.drawing":"Drawing what the model sees\u2026","ui.prompt.views":"What the model sees, from four sides","ui.prompt.draft":"Draft","ui.prompt.standard":"Standard","ui.prompt.fine":"Fine","ui.prompt.presets.draft":"A first look in the shortest time.","ui.prompt.presets.standard":"Right for most prompts.","ui.prompt.presets.fine":"More steps, a finer mesh and texture.","ui.prompt.materials":"Materials and patterns","ui.stage.empty":"Make something","ui.stage.emptyText":"Type a prompt, or look at an example.","ui.stage.examples":"Examples","ui.stage.example":"Example","ui.stage.noPreview":"This model has no preview.","ui.stage.noObjectText":"The model knows {n} objects by name.","ui.stage.noObjectStart":"These are a start:","ui.stage.sides.0":"Front","ui.stage.sides.1":"Right","ui.stage.sides.2":"Back","ui.stage.sides.3":"Left","ui.stage.compiling":"Compiling kernels. Once per machine, about a minute.","ui.stage.loading":"Loading the model","ui.stage.training":"Forming","ui.stage.export":"Making the mesh","ui.stage.queued":"Queued: {place}","ui.stage.queuedWait":"Queued: {place}, about {time}","ui.stage.queuedShort":"{place}, about {time}","ui.stage.startingWorker":"Starting a worker","ui.stage.paused":"Paused","ui.stage.pausing":"Pausing\u2026","ui.stage.stopping":"Stopping\u2026","ui.stage.left":"{time} left","ui.stage.step":"Step {step} of {total}","ui.stage.failed":"This run failed.","ui.stage.cancelled":"Stopped.","ui.stage.interrupted":"This run was interrupted.","ui.stage.damaged":"This run is damaged.","ui.stage.noMesh":"The mesh of this run is gone.","ui.stage.orbit":"Drag to orbit","ui.stage.loadingMesh":"Loading the mesh\u2026","ui.stage.tooLarge":"This mesh is too large to show. Download it instead.","ui.stage.meshProblem":"This mesh can't be shown: {why}","ui.stage.webgl":"The 3D viewer needs WebGL, which is off in this browser. Switch graphics acceleration on in its settings.","ui.stage.viewer":"3D viewer. Arrow keys orbit, plus and minus zoom.","ui.stage.drop":"Drop a GLB, OBJ, PLY or STL to open it, or a picture to teach it","ui.stage.dropped":"Opened from a file","ui.stage.field":"Field, same camera","ui.stage.mesh":"Mesh","ui.stage.nerf":"NeRF","ui.stage.pick":"Pick one","ui.stage.pickText":"{done} of {n} are ready.","ui.stage.compareAll":"Compare under one camera","ui.stage.fieldOf":"The field at step {step}. Drag to orbit.","ui.stage.reopen":"Open {name} again to see it.","ui.stage.closeFile":"Close file","ui.stage.gone":"There is no such run any more.","ui.stage.compare":"Compare","ui.stage.differences":"What differs","ui.stage.same":"The settings are the same.","ui.tools.label":"Viewer tools","ui.tools.shading":"Shading","ui.tools.lit":"Lit","ui.tools.base":"Base colour","ui.tools.normals":"Normals","ui.tools.roughness":"Roughness","ui.tools.metallic":"Metallic","ui.tools.occlusion":"Occlusion","ui.tools.uv":"UV checker","ui.tools.matcap":"Clay","ui.tools.wire":"Wireframe","ui.tools.wireStrength":"Strength","ui.tools.lod":"Level of detail","ui.tools.light":"Light","ui.tools.environment":"Environment","ui.tools.studio":"Studio","ui.tools.daylight":"Daylight","ui.tools.dusk":"Dusk","ui.tools.angle":"Angle","ui.tools.strength":"Strength","ui.tools.background":"Background","ui.tools.plaster":"Plaster","ui.tools.white":"White","ui.tools.dark":"Dark","ui.tools.checker":"Transparent","ui.tools.grid":"Grid","ui.tools.dimensions":"Dimensions","ui.tools.auto":"Auto","ui.tools.ortho":"Orthographic","ui.tools.views":"Views","ui.tools.front":"Front","ui.tools.left":"Left","ui.tools.top":"Top","ui.tools.reset":"Reset view","ui.tools.section":"Section","ui.tools.axis":"Axis","ui.tools.position":"Position","ui.tools.screenshot":"Save picture","ui.tools.full":"Full screen","ui.tools.split":"Compare with NeRF","ui.tools.turn":"Turn","ui.tools.noCheckpoint":"This run has no checkpoint, so its NeRF can't be shown.","ui.tools.fullLevel":"Full","ui.tools.textured":"Textured","ui.strip.recent":"Recent","ui.strip.queue":"Queue","ui.strip.total":"about {time} in all","ui.strip.nothing":"Nothing here yet.","ui.strip.all":"All in the library","ui.strip.open":"Open a file","ui.inspector.again":"Again","ui.inspector.againHelp":"Same settings, next seed","ui.inspector.variations":"4 variations","ui.inspector.variationsHelp":"Four seeds, side by side","ui.inspector.refine":"Refine","ui.inspector.refineHelp":"Same prompt and seed, {preset} preset","ui.inspector.finest":"Finest preset already","ui.inspector.recolour":"Recolour","ui.inspector.recolourHelp":"Same seed, another colour or material","ui.inspector.longer":"Train longer","ui.inspector.longerHelp":"More steps for this run","ui.inspector.continue":"Continue","ui.inspector.retry":"Retry","ui.inspector.pause":"Pause","ui.inspector.stop":"Stop","ui.inspector.resume":"Continue","ui.inspector.first":"Make next","ui.inspector.turntable":"Preview turntable","ui.inspector.texture":"Texture","ui.inspector.export":"Export","ui.inspector.download":"Download GLB","ui.inspector.share":"Share as web page","ui.inspector.tabs.0":"View","ui.inspector.tabs.1":"Details","ui.inspector.tabs.2":"Export","ui.inspector.stars":"Rating","ui.inspector.star":"{n} of 5","ui.inspector.tags":"Tags","ui.inspector.addTag":"Add a tag","ui.inspector.removeTag":"Remove tag {tag}","ui.inspector.use":"Use these settings","ui.inspector.useShort":"Use settings","ui.inspector.exampleText":"Made from the prompt alone on a processor, in {time}. Its texture is a smaller copy.","ui.inspector.delete":"Delete","ui.inspector.restore":"Restore","ui.inspector.advanced":"Advanced","ui.inspector.loss":"Loss","ui.inspector.opacity":"Opacity","ui.inspector.changed":"Changed from the preset","ui.inspector.none":"Nothing selected","ui.inspector.noneText":"Pick a result to see it, or make a new one.","ui.inspector.history":"How it formed","ui.inspector.estimate":"What the prior sees","ui.inspector.estimateText":"Above what it was shown, below what it took for the clean picture.","ui.inspector.stills":"Stills","ui.inspector.settings":"Settings","ui.inspector.faces":"{n} faces","ui.inspector.reexport":"Export again","ui.inspector.steps":"More steps","ui.inspector.close":"Close details","ui.inspector.ofBatch":"Back to the four","ui.inspector.facesName":"Faces","ui.inspector.vertices":"Vertices","ui.inspector.size":"Size","ui.inspector.seedOf":"seed {n}","ui.inspector.stepOf":"step {n}","ui.inspector.textureHelp":"Material, in words","ui.inspector.textureHint":"polished walnut","ui.inspector.textureRunning":"Texturing\u2026","ui.inspector.textureDone":"Textured: {prompt}","ui.inspector.teach":"Teach","ui.inspector.teachHelp":"Its name in prompts","ui.inspector.teachHint":"hover bike","ui.inspector.teachRunning":"Teaching\u2026","ui.inspector.teachDone":"Prompts now know it: {prompt}","ui.teach.title":"Teach it","ui.teach.name":"Its name in prompts","ui.teach.hint":"hover bike","ui.teach.front":"Its front faces","ui.teach.frontNames.0":"Find out","ui.teach.frontNames.1":"+Z, as files mostly have it","ui.teach.frontNames.2":"+X, to the right","ui.teach.frontNames.3":"-Z, away","ui.teach.frontNames.4":"-X, to the left","ui.teach.shows":"The picture shows","ui.teach.showsNames.0":"Find out","ui.teach.showsNames.1":"Its front","ui.teach.showsNames.2":"A thing alike from both sides","ui.teach.showsNames.3":"A round thing","ui.teach.showsNames.4":"A round thing with a front","ui.teach.showsNames.5":"A profile that looks left","ui.teach.showsNames.6":"A profile that looks right","ui.teach.showsNames.7":"It from above","ui.teach.more":"More","ui.teach.also":"Other names, with commas between","ui.teach.size":"Metres, corner to corner","ui.teach.author":"Author","ui.teach.licence":"Licence","ui.teach.replace":"Take over a name that means something already","ui.teach.run":"Teach","ui.teach.running":"Teaching\u2026","ui.teach.cutout":"The object without its ground","ui.teach.mend":"This was taken for the object. If it is not, mend it in a picture editor and open the mended picture.","ui.teach.keep":"Download","ui.teach.attempt":"Try: a {name}","ui.dialog.export":"Export","ui.dialog.target":"For","ui.dialog.formats":"Formats","ui.dialog.auto":"As the target expects","ui.dialog.faces":"Faces","ui.dialog.texture":"Texture","ui.dialog.size":"Longest side","ui.dialog.units":"Units","ui.dialog.up":"Up axis","ui.dialog.pivot":"Pivot","ui.dialog.pivots.keep":"Where it is","ui.dialog.pivots.center":"Centre","ui.dialog.pivots.bottom":"On the floor","ui.dialog.fixedFrame":"GLB and 3MF fix their units and up axis.","ui.dialog.frameText":"Units and up axis are for OBJ, PLY, STL and USD; GLB and 3MF fix theirs.","ui.dialog.lods":"Levels of detail","ui.dialog.collision":"Collision hull","ui.dialog.maps":"Maps","ui.dialog.asTarget":"As the target","ui.dialog.none":"None","ui.dialog.normal":"Normals","ui.dialog.occlusion":"Occlusion","ui.dialog.both":"Both","ui.dialog.turntable":"Turntables","ui.dialog.quads":"Quads","ui.dialog.places":"Units and pivot","ui.dialog.estimate":"About {bytes}","ui.dialog.run":"Export","ui.dialog.running":"Exporting, {time}","ui.dialog.leave":"You can close this. It goes on.","ui.dialog.files":"Files","ui.dialog.zip":"Download all as ZIP","ui.dialog.unchanged":"Unchanged","ui.dialog.done":"Done. {n} files, {bytes}.","ui.dialog.close":"Close","ui.dialog.metres":"m","ui.dialog.own":"Ready now","ui.dialog.formatsText.glb":"Web, engines","ui.dialog.formatsText.obj":"Anywhere","ui.dialog.formatsText.ply":"Scans, vertex colours","ui.dialog.formatsText.stl":"Printing","ui.dialog.formatsText.3mf":"Printing, colour","ui.dialog.formatsText.usd":"Film","ui.dialog.formatsText.usda":"USD as text","ui.dialog.formatsText.usdz":"AR on Apple","ui.library.search":"Search","ui.library.searchHint":"Search prompts, tags, names","ui.library.sort":"Sort","ui.library.newest":"Newest","ui.library.oldest":"Oldest","ui.library.stars":"Most stars","ui.library.score":"Best score","ui.library.prompt":"By prompt","ui.library.quickest":"Quickest","ui.library.all":"All","ui.library.done":"Done","ui.library.unfinished":"Unfinished","ui.library.damaged":"Damaged","ui.library.failed":"Failed","ui.library.interrupted":"Interrupted","ui.library.running":"Being made","ui.library.created":"Not begun","ui.library.any":"Any rating","ui.library.atLeast":"{n} stars or more","ui.library.count":"{n} results","ui.library.one":"1 result","ui.library.empty":"No runs yet","ui.library.emptyText":"What you make is kept here. Until then, six examples.","ui.library.noMatch":"No run matches.","ui.library.clear":"Clear filters","ui.library.selected":"{n} selected","ui.library.compare":"Compare","ui.library.tag":"Tag","ui.library.zip":"ZIP","ui.library.delete":"Delete","ui.library.clearSelection":"Clear selection","ui.library.select":"Select {prompt}","ui.library.open":"Open {prompt}","ui.library.moved":"Moved to the bin.","ui.library.undo":"Undo","ui.library.bin":"Bin","ui.library.restore":"Restore","ui.library.purge":"Delete for good","ui.library.emptyBin":"Empty bin","ui.library.sure":"Delete {n} for good?","ui.library.binEmpty":"The bin is empty.","ui.library.collections":"Collections","ui.library.status":"State","ui.library.noPicture":"No picture","ui.words.title":"Words","ui.words.lead":"{n} objects, and colours and materials to put before them. Up to {most} objects in one prompt.","ui.words.search":"Search words","ui.words.noMatch":"No object matches \u2018{search}\u2019.","ui.words.colour":"Colour or material","ui.words.anyColour":"As it is","ui.words.drawing":"Drawing","ui.words.free":"This model reads any text: describe an object, its colour and its material.","ui.words.kind":"Kind","ui.words.all":"All","ui.words.noneOfKind":"No object of this kind.","ui.words.kinds.animals":"Animals","ui.words.kinds.people":"People and legends","ui.words.kinds.plants":"Plants","ui.words.kinds.food":"Food","ui.words.kinds.vehicles":"Vehicles","ui.words.kinds.buildings":"Buildings","ui.words.kinds.furniture":"Furniture","ui.words.kinds.home":"Kitchen and home","ui.words.kinds.clothing":"Clothing","ui.words.kinds.tools":"Tools and weapons","ui.words.kinds.play":"Music and play","ui.words.kinds.devices":"Devices","ui.words.kinds.nature":"Nature and shapes","ui.words.kinds.other":"Other things","ui.words.kinds.materials":"Materials","ui.words.kinds.patterns":"Patterns","ui.words.kinds.states":"States","ui.words.take":"Make {prompt}","ui.materials.search":"Search materials","ui.materials.none":"No such material.","ui.materials.loading":"Loading","ui.materials.families.wood":"Wood","ui.materials.families.metal":"Metal","ui.materials.families.stone":"Stone","ui.materials.families.ceramic":"Ceramic","ui.materials.families.glass":"Glass and gems","ui.materials.families.fabric":"Fabric","ui.materials.families.plastic":"Plastic and rubber","ui.materials.families.organic":"Organic","ui.materials.families.states":"States","ui.materials.families.patterns":"Patterns","ui.settings.title":"Settings","ui.settings.look":"Appearance","ui.settings.system":"System","ui.settings.light":"Light","ui.settings.dark":"Dark","ui.settings.notify":"Notify me when a run is done","ui.settings.notifyOff":"Notifications are blocked in this browser.","ui.settings.models":"Models","ui.settings.machine":"This machine","ui.settings.folder":"Folder","ui.settings.free":"Free","ui.settings.version":"Version","ui.settings.about":"Everything stays on this machine. Nothing is fetched from elsewhere.","ui.settings.freeText":"{disk} disk, {memory} memory","ui.settings.language":"Language","ui.done":"Done: {prompt}","ui.error":"The workbench can't be reached. Trying again\u2026","ui.close":"Close","ui.cancel":"Cancel","ui.menu":"Menu","ui.theme":"Light or dark"};var Cp="bozzetto-language",ne={language:"en"};function Pp(n){for(let[e,t]of Object.entries(n)){let i=e.split(".").slice(1),s=ne;i.forEach((r,o)=>{o===i.length-1?s[r]=t:s=s[r]??=/^\d+$/.test(i[o+1])?[]:{}})}}Pp(Rp);function Re(n,e){return n.replace(/\{(\w+)\}/g,(t,i)=>i in e?String(e[i]):t)}async function Ip(n){let e=localStorage.getItem(Cp)||navigator.language||"en";if(!e.startsWith("en"))try{let{language:t,texts:i}=await n("/texts",{locale:e});Pp(i),ne.language=t}catch{}}function Lp(n){localStorage.setItem(Cp,n),location.reload()}function qn(n){if(n==null||!Number.isFinite(n))return"";if(n<55)return`${Math.max(1,Math.round(n))} s`;let e=Math.max(1,Math.round(n/60));return e<60?`${e} min`:e%60?`${Math.floor(e/60)} h ${e%60} min`:`${e/60} h`}function Xi(n){if(n<1e3)return`${Math.round(n)} B`;let e=["kB","MB","GB"],t=n/1e3,i=0;for(;t>=1e3&&i<2;)t/=1e3,i+=1;return`${t<10?t.toFixed(1):Math.round(t)} ${e[i]}`}function Np(n,e="en"){if(e.startsWith("zh"))return`\u7B2C ${n} \u4F4D`;let t=Math.floor(n/10)%10===1;return`${n}${t?"th":{1:"st",2:"nd",3:"rd"}[n%10]||"th"}`}var wt=n=>Number(n).toLocaleString("en");function js(n){if(!n)return"";let e=new Date(n*1e3);return new Date().toDateString()===e.toDateString()?e.toLocaleTimeString([],{hour:"2-digit",minute:"2-digit"}):e.toLocaleDateString([],{day:"numeric",month:"short",year:e.getFullYear()===new Date().getFullYear()?void 0:"numeric"})}var Dp=n=>String(n).replace(/\b([0-9a-f]{8})[0-9a-f]{24,}\b/g,"$1\u2026");var wx=0;function f(n,e,t,i,s,r){e||(e={});var o,a,c=e;if("ref"in c)for(a in c={},e)a=="ref"?o=e[a]:c[a]=e[a];var l={type:n,props:c,key:t,ref:o,__k:null,__:null,__b:0,__e:null,__c:null,constructor:void 0,__v:--wx,__i:-1,__u:0,__source:s,__self:r};if(typeof n=="function"&&(o=n.defaultProps))for(a in o)c[a]===void 0&&(c[a]=o[a]);return pt.vnode&&pt.vnode(l),l}var Up=112,Tx=Math.random().toString(36).slice(2);function Ex(n,e,t){let i={fovy:e.fovy.toFixed(5),aspect:e.aspect.toFixed(5),edge:t,client:Tx};for(let[s,r]of["x","y","z"].entries())i[`p${r}`]=e.position[s].toFixed(5),i[`t${r}`]=e.target[s].toFixed(5);return Qe(`${Et(n)}/field`,i)}function $u({viewer:n,name:e,checkpoint:t,cut:i=0,restEdge:s=320,alt:r,onFrame:o}){let[a,c]=Ae(""),[l,u]=Ae(""),[d,h]=Ae([0,0,1,1]),p=ut({});_e(()=>{let b=p.current;Object.assign(b,{gone:!1,want:null,busy:!1});let M=async()=>{if(b.busy||b.gone||!b.want)return;let{pose:S,edge:L,place:C}=b.want;b.want=null,b.busy=!0;try{let I=await fetch(Ex(e,S,L));if(b.gone)return;if(I.status===200){let k=URL.createObjectURL(await I.blob());c(F=>(F&&setTimeout(()=>URL.revokeObjectURL(F),1e3),k)),h(C),o?.(),u("")}else I.status!==204&&u((await I.json().catch(()=>({}))).error||"")}catch{}finally{b.busy=!1,M()}},v=S=>{b.want={pose:n.pose(),edge:S,place:n.free()},M()},E=()=>v(Up),T=()=>v(s);n.onCamera=E,n.onRest=Ax(n.onRestAddress,T),v(Up);let _=setTimeout(T,250);return()=>{b.gone=!0,clearTimeout(_),n.onCamera=null,n.onRest=n.onRestAddress||null}},[n,e,t,s]);let[g,y,x,m]=d;return f(je,{children:[a&&f("img",{class:"field",src:a,alt:r||ne.stage.field,draggable:!1,style:{left:`${g}px`,top:`${y}px`,width:`${x}px`,height:`${m}px`,clipPath:i?`inset(0 0 0 ${100*i}%)`:void 0}}),l&&f("p",{class:"field-problem",children:l})]})}var Ax=(...n)=>e=>n.forEach(t=>t?.(e)),kp=n=>Re(ne.stage.fieldOf,{step:wt(Number((n.match(/step-0*(\d+)/)||[0,0])[1]))});var Jt=vt(null),Gt=vt([]),$i=vt([]),Zs=vt(null),qi=vt(""),Oo=vt(new Map),Yu=vt(!0),Uo=vt(""),Ar=vt([]),ti=vt(null),Rr=vt(localStorage.getItem("bozzetto-theme")||"system"),Fp=["queued","running","paused"],Cr=$s(()=>Gt.value.filter(n=>Fp.includes(n.status))),Pr=$s(()=>Gt.value.some(n=>n.status==="running"||n.status==="queued")),Rx=0;function $n(n,{kind:e="info",action:t=null,seconds:i=7}={}){let s=++Rx;return Ar.value=[...Ar.value.slice(-2),{id:s,text:n,kind:e,action:t}],setTimeout(()=>hl(s),i*1e3),s}var hl=n=>{Ar.value=Ar.value.filter(e=>e.id!==n)};async function $e(n){try{return await n()}catch(e){e.name!=="AbortError"&&$n(e.message,{kind:"error",seconds:12});return}}async function Pi(n,e){let t=await $e(()=>Xt(n,e));if(!t)return;Cx();let i=new Set(Gt.value.map(s=>s.id));Gt.value=[...Gt.value,...t.jobs.filter(s=>!i.has(s.id))],t.batch?lt({batch:t.batch}):lt({job:t.jobs[0].id})}async function Er(){let n=await $e(()=>St("/runs",{limit:40}));n&&Xs(()=>{$i.value=n.runs,Zs.value=n.total})}function Bp(){return $e(async()=>{Jt.value=await St("/choices")}),Er(),Ap({busy:()=>Pr.value,state:n=>{let e=Gt.value;Xs(()=>{Gt.value=n.jobs,Uo.value=n.problem}),e.length&&Op(e,n.jobs),qi.value&&qi.value!==n.runs&&Er(),qi.value=n.runs},jobs:({changed:n,order:e})=>{let t=Gt.value,i=new Map([...t,...n].map(s=>[s.id,s]));Gt.value=(e||t.map(s=>s.id)).map(s=>i.get(s)).filter(Boolean),Op(t,Gt.value)},marks:({changed:n})=>{let e=new Map(n.map(t=>[t.name,t]));Xs(()=>{Oo.value=e,$i.value=$i.value.map(t=>e.has(t.name)?{...t,...e.get(t.name)}:t)})},runs:({stamp:n})=>{qi.value=n,Er()},problem:({problem:n})=>{Uo.value=n}},n=>{Yu.value=n})}function Ku(){qi.value+=" ",Er()}var ko=vt(localStorage.getItem("bozzetto-notify")==="yes");async function ju(n){n&&"Notification"in window&&Notification.permission==="default"&&await Notification.requestPermission(),ko.value=n&&"Notification"in window&&Notification.permission==="granted",localStorage.setItem("bozzetto-notify",ko.value?"yes":"no")}function Cx(){!("Notification"in window)||Notification.permission!=="default"||localStorage.getItem("bozzetto-notify")||(localStorage.setItem("bozzetto-notify","asked"),$n(ne.settings.notify,{seconds:15,action:{label:"OK",run:()=>ju(!0)}}))}var Ir=vt(0);function Op(n,e){let t=new Map(n.map(i=>[i.id,i.status]));for(let i of e){let s=t.get(i.id);if(!s||s===i.status||!["done","failed"].includes(i.status))continue;let r=i.status==="done"?Re(ne.done,{prompt:i.prompt}):`${ne.stage.failed} ${i.prompt}`,o=ke.value,a=o.view==="make"&&(o.job===String(i.id)||o.run&&o.run===i.run||o.batch&&o.batch===i.batch);if(document.hidden){if(Ir.value+=1,ko.value&&"Notification"in window&&Notification.permission==="granted"){let c=new Notification("bozzetto",{body:r,tag:`bozzetto-${i.id}`});c.onclick=()=>{window.focus(),lt({run:i.run})}}}else a||$n(r,{kind:i.status==="done"?"done":"error",action:i.run?{label:ne.inspector.tabs[0],run:()=>lt({run:i.run})}:null})}}var Zu=n=>Gt.value.find(e=>e.run===n&&Fp.includes(e.status))||null;var Tn=ne.stage;function Js(n){if(n.requested==="pause"&&n.status==="running")return{line:Tn.pausing,detail:""};if(n.requested==="cancel"&&n.status==="running")return{line:Tn.stopping,detail:""};if(n.status==="queued"){if(!n.position)return{line:Tn.startingWorker,detail:""};let i={place:Np(n.position,ne.language),time:qn(n.wait)};return{line:Re(n.wait?Tn.queuedWait:Tn.queued,i),short:Re(n.wait?Tn.queuedShort:Tn.queued,i),detail:""}}if(n.status==="paused")return{line:Tn.paused,detail:Ju(n)};if(n.status==="failed")return{line:Tn.failed,detail:n.reason};if(n.status==="cancelled")return{line:Tn.cancelled,detail:Ju(n)};if(n.status==="damaged")return{line:Tn.damaged,detail:n.reason};if(n.status==="done")return{line:"",detail:""};if(n.starting)return{line:Tn[n.starting],detail:""};let e=n.stage==="export"?Tn.export:Tn.training,t=n.left?Re(Tn.left,{time:qn(n.left)}):"";return{line:[e,t].filter(Boolean).join(", "),detail:n.stage==="export"?"":Ju(n)}}var Ju=n=>Re(Tn.step,{step:wt(n.step),total:wt(n.total)});var Px="bozzetto",Qu="opened";function zp(n,e){return new Promise(t=>{let i;try{i=indexedDB.open(Px,1)}catch{t(void 0);return}i.onupgradeneeded=()=>i.result.createObjectStore(Qu),i.onerror=()=>t(void 0),i.onsuccess=()=>{let s=i.result,r=s.transaction(Qu,n),o=e(r.objectStore(Qu));r.oncomplete=()=>{s.close(),t(o.result)},r.onabort=r.onerror=()=>{s.close(),t(void 0)}}})}var Vp=n=>zp("readwrite",e=>(e.clear(),e.put(n,n.name))),Hp=n=>zp("readonly",e=>e.get(n));/**
 * @license
 * Copyright 2010-2026 Three.js Authors
 * SPDX-License-Identifier: MIT
 */var Cs={LEFT:0,MIDDLE:1,RIGHT:2,ROTATE:0,DOLLY:1,PAN:2},Ps={ROTATE:0,PAN:1,DOLLY_PAN:2,DOLLY_ROTATE:3},Lm=0,Oh=1,Nm=2;var Ta=1,Dm=2,co=3,ci=0,cn=1,xn=2,mr=0,uo=1,Fh=2,Bh=3,zh=4,Um=5;var gr=100,km=101,Om=102,Fm=103,Bm=104,zm=200,Vm=201,Hm=202,Gm=203,Vh=204,Hh=205,Wm=206,Xm=207,qm=208,$m=209,Ym=210,Km=211,jm=212,Zm=213,Jm=214,Bl=0,zl=1,Vl=2,$r=3,Hl=4,Gl=5,Wl=6,Xl=7,Ea=0,Qm=1,eg=2,ui=0,Gh=1,Wh=2,Xh=3,qh=4,$h=5,Yh=6,Aa=7,wh="attached",tg="detached",Kh=300,xr=301,ho=302,lc=303,cc=304,Ni=1e3,ii=1001,Yr=1002,qt=1003,uc=1004;var _r=1005;var an=1006,fo=1007;var hi=1008;var Wn=1009,jh=1010,Zh=1011,po=1012,hc=1013,Ti=1014,jn=1015,Ei=1016,dc=1017,fc=1018,vr=1020,Jh=35902,Qh=35899,ed=1021,td=1022,di=1023,ts=1026,hs=1027,pc=1028,mc=1029,Is=1030,gc=1031;var xc=1033,Ra=33776,Ca=33777,Pa=33778,Ia=33779,_c=35840,vc=35841,yc=35842,bc=35843,Mc=36196,Sc=37492,wc=37496,Tc=37488,Ec=37489,La=37490,Ac=37491,Rc=37808,Cc=37809,Pc=37810,Ic=37811,Lc=37812,Nc=37813,Dc=37814,Uc=37815,kc=37816,Oc=37817,Fc=37818,Bc=37819,zc=37820,Vc=37821,Hc=36492,Gc=36494,Wc=36495,Xc=36283,qc=36284,Na=36285,$c=36286;var sr=2300,rr=2301,Ol=2302,Th=2303,Eh=2400,Ah=2401,Rh=2402,ng=2500;var nd=0,Da=1,mo=2,ig=3200;var Ls=0,sg=1,ds="",xt="srgb",kn="srgb-linear",Ko="linear",yt="srgb";var Fl=7680;var rg=519,og=512,ag=513,lg=514,id=515,cg=516,ug=517,sd=518,rd=519,od=35044;var ad="300 es",si=2e3,Kr=2001;function Ix(n){for(let e=n.length-1;e>=0;--e)if(n[e]>=65535)return!0;return!1}function Lx(n){return ArrayBuffer.isView(n)&&!(n instanceof DataView)}function jr(n){return document.createElementNS("http://www.w3.org/1999/xhtml",n)}function hg(){let n=jr("canvas");return n.style.display="block",n}var Gp={},Zr=null;function jo(...n){let e="THREE."+n.shift();Zr?Zr("log",e,...n):console.log(e,...n)}function dg(n){let e=n[0];if(typeof e=="string"&&e.startsWith("TSL:")){let t=n[1];t&&t.isStackTrace?n[0]+=" "+t.getLocation():n[1]='Stack trace not available. Enable "THREE.Node.captureStackTrace" to capture stack traces.'}return n}function Ie(...n){n=dg(n);let e="THREE."+n.shift();if(Zr)Zr("warn",e,...n);else{let t=n[0];t&&t.isStackTrace?console.warn(t.getError(e)):console.warn(e,...n)}}function ze(...n){n=dg(n);let e="THREE."+n.shift();if(Zr)Zr("error",e,...n);else{let t=n[0];t&&t.isStackTrace?console.error(t.getError(e)):console.error(e,...n)}}function ir(...n){let e=n.join(" ");e in Gp||(Gp[e]=!0,Ie(...n))}function fg(n,e,t){return new Promise(function(i,s){function r(){switch(n.clientWaitSync(e,n.SYNC_FLUSH_COMMANDS_BIT,0)){case n.WAIT_FAILED:s();break;case n.TIMEOUT_EXPIRED:setTimeout(r,t);break;default:i()}}setTimeout(r,t)})}var pg={[Bl]:Bl,[Vl]:Wl,[Hl]:Hl,[$r]:Gl,[zl]:zl,[Wl]:Vl,[Xl]:Xl,[Gl]:$r},bi=class{addEventListener(e,t){this._listeners===void 0&&(this._listeners={});let i=this._listeners;i[e]===void 0&&(i[e]=[]),i[e].indexOf(t)===-1&&i[e].push(t)}hasEventListener(e,t){let i=this._listeners;return i===void 0?!1:i[e]!==void 0&&i[e].indexOf(t)!==-1}removeEventListener(e,t){let i=this._listeners;if(i===void 0)return;let s=i[e];if(s!==void 0){let r=s.indexOf(t);r!==-1&&s.splice(r,1)}}dispatchEvent(e){let t=this._listeners;if(t===void 0)return;let i=t[e.type];if(i!==void 0){e.target=this;let s=i.slice(0);for(let r=0,o=s.length;r<o;r++)s[r].call(this,e);e.target=null}}},En=["00","01","02","03","04","05","06","07","08","09","0a","0b","0c","0d","0e","0f","10","11","12","13","14","15","16","17","18","19","1a","1b","1c","1d","1e","1f","20","21","22","23","24","25","26","27","28","29","2a","2b","2c","2d","2e","2f","30","31","32","33","34","35","36","37","38","39","3a","3b","3c","3d","3e","3f","40","41","42","43","44","45","46","47","48","49","4a","4b","4c","4d","4e","4f","50","51","52","53","54","55","56","57","58","59","5a","5b","5c","5d","5e","5f","60","61","62","63","64","65","66","67","68","69","6a","6b","6c","6d","6e","6f","70","71","72","73","74","75","76","77","78","79","7a","7b","7c","7d","7e","7f","80","81","82","83","84","85","86","87","88","89","8a","8b","8c","8d","8e","8f","90","91","92","93","94","95","96","97","98","99","9a","9b","9c","9d","9e","9f","a0","a1","a2","a3","a4","a5","a6","a7","a8","a9","aa","ab","ac","ad","ae","af","b0","b1","b2","b3","b4","b5","b6","b7","b8","b9","ba","bb","bc","bd","be","bf","c0","c1","c2","c3","c4","c5","c6","c7","c8","c9","ca","cb","cc","cd","ce","cf","d0","d1","d2","d3","d4","d5","d6","d7","d8","d9","da","db","dc","dd","de","df","e0","e1","e2","e3","e4","e5","e6","e7","e8","e9","ea","eb","ec","ed","ee","ef","f0","f1","f2","f3","f4","f5","f6","f7","f8","f9","fa","fb","fc","fd","fe","ff"],Wp=1234567,$o=Math.PI/180,or=180/Math.PI;function Oi(){let n=Math.random()*4294967295|0,e=Math.random()*4294967295|0,t=Math.random()*4294967295|0,i=Math.random()*4294967295|0;return(En[n&255]+En[n>>8&255]+En[n>>16&255]+En[n>>24&255]+"-"+En[e&255]+En[e>>8&255]+"-"+En[e>>16&15|64]+En[e>>24&255]+"-"+En[t&63|128]+En[t>>8&255]+"-"+En[t>>16&255]+En[t>>24&255]+En[i&255]+En[i>>8&255]+En[i>>16&255]+En[i>>24&255]).toLowerCase()}function tt(n,e,t){return Math.max(e,Math.min(t,n))}function ld(n,e){return(n%e+e)%e}function Nx(n,e,t,i,s){return i+(n-e)*(s-i)/(t-e)}function Dx(n,e,t){return n!==e?(t-n)/(e-n):0}function Yo(n,e,t){return(1-t)*n+t*e}function Ux(n,e,t,i){return Yo(n,e,1-Math.exp(-t*i))}function kx(n,e=1){return e-Math.abs(ld(n,e*2)-e)}function Ox(n,e,t){return n<=e?0:n>=t?1:(n=(n-e)/(t-e),n*n*(3-2*n))}function Fx(n,e,t){return n<=e?0:n>=t?1:(n=(n-e)/(t-e),n*n*n*(n*(n*6-15)+10))}function Bx(n,e){return n+Math.floor(Math.random()*(e-n+1))}function zx(n,e){return n+Math.random()*(e-n)}function Vx(n){return n*(.5-Math.random())}function Hx(n){n!==void 0&&(Wp=n);let e=Wp+=1831565813;return e=Math.imul(e^e>>>15,e|1),e^=e+Math.imul(e^e>>>7,e|61),((e^e>>>14)>>>0)/4294967296}function Gx(n){return n*$o}function Wx(n){return n*or}function Xx(n){return n>0&&Number.isInteger(n)&&2**Math.round(Math.log2(n))===n}function qx(n){return Math.pow(2,Math.ceil(Math.log(n)/Math.LN2))}function cd(n){return Math.pow(2,Math.floor(Math.log(n)/Math.LN2))}function $x(n,e,t,i,s){let r=Math.cos,o=Math.sin,a=r(t/2),c=o(t/2),l=r((e+i)/2),u=o((e+i)/2),d=r((e-i)/2),h=o((e-i)/2),p=r((i-e)/2),g=o((i-e)/2);switch(s){case"XYX":n.set(a*u,c*d,c*h,a*l);break;case"YZY":n.set(c*h,a*u,c*d,a*l);break;case"ZXZ":n.set(c*d,c*h,a*u,a*l);break;case"XZX":n.set(a*u,c*g,c*p,a*l);break;case"YXY":n.set(c*p,a*u,c*g,a*l);break;case"ZYZ":n.set(c*g,c*p,a*u,a*l);break;default:Ie("MathUtils: .setQuaternionFromProperEuler() encountered an unknown order: "+s)}}function Yc(n){switch(n.constructor){case Uint32Array:return 4294967295;case Uint16Array:return 65535;case Uint8Array:case Uint8ClampedArray:return 255;case Int32Array:return 2147483647;case Int16Array:return 32767;case Int8Array:return 127;default:return}}function ud(n,e){if(e.constructor===Float32Array)return n;let t=Yc(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.max(n/t,-1)}function hd(n,e){if(e.constructor===Float32Array)return n;let t=Yc(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.round(n*t)}var Yt={DEG2RAD:$o,RAD2DEG:or,generateUUID:Oi,clamp:tt,euclideanModulo:ld,mapLinear:Nx,inverseLerp:Dx,lerp:Yo,damp:Ux,pingpong:kx,smoothstep:Ox,smootherstep:Fx,randInt:Bx,randFloat:zx,randFloatSpread:Vx,seededRandom:Hx,degToRad:Gx,radToDeg:Wx,isPowerOfTwo:Xx,ceilPowerOfTwo:qx,floorPowerOfTwo:cd,setQuaternionFromProperEuler:$x,normalize:hd,denormalize:ud},Ne=class{static{this.prototype.isVector2=!0}constructor(e=0,t=0){this.x=e,this.y=t}get width(){return this.x}set width(e){this.x=e}get height(){return this.y}set height(e){this.y=e}set(e,t){return this.x=e,this.y=t,this}setScalar(e){return this.x=e,this.y=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;default:throw new Error("THREE.Vector2: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;default:throw new Error("THREE.Vector2: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y)}copy(e){return this.x=e.x,this.y=e.y,this}add(e){return this.x+=e.x,this.y+=e.y,this}addScalar(e){return this.x+=e,this.y+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this}subScalar(e){return this.x-=e,this.y-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this}multiply(e){return this.x*=e.x,this.y*=e.y,this}multiplyScalar(e){return this.x*=e,this.y*=e,this}divide(e){return this.x/=e.x,this.y/=e.y,this}divideScalar(e){return this.multiplyScalar(1/e)}applyMatrix3(e){let t=this.x,i=this.y,s=e.elements;return this.x=s[0]*t+s[3]*i+s[6],this.y=s[1]*t+s[4]*i+s[7],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this}clamp(e,t){return this.x=tt(this.x,e.x,t.x),this.y=tt(this.y,e.y,t.y),this}clampScalar(e,t){return this.x=tt(this.x,e,t),this.y=tt(this.y,e,t),this}clampLength(e,t){let i=this.length();return this.divideScalar(i||1).multiplyScalar(tt(i,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this}negate(){return this.x=-this.x,this.y=-this.y,this}dot(e){return this.x*e.x+this.y*e.y}cross(e){return this.x*e.y-this.y*e.x}lengthSq(){return this.x*this.x+this.y*this.y}length(){return Math.sqrt(this.x*this.x+this.y*this.y)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)}normalize(){return this.divideScalar(this.length()||1)}angle(){return Math.atan2(-this.y,-this.x)+Math.PI}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let i=this.dot(e)/t;return Math.acos(tt(i,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,i=this.y-e.y;return t*t+i*i}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this}lerpVectors(e,t,i){return this.x=e.x+(t.x-e.x)*i,this.y=e.y+(t.y-e.y)*i,this}equals(e){return e.x===this.x&&e.y===this.y}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this}rotateAround(e,t){let i=Math.cos(t),s=Math.sin(t),r=this.x-e.x,o=this.y-e.y;return this.x=r*i-o*s+e.x,this.y=r*s+o*i+e.y,this}random(){return this.x=Math.random(),this.y=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y}},Rn=class{constructor(e=0,t=0,i=0,s=1){this.isQuaternion=!0,this._x=e,this._y=t,this._z=i,this._w=s}static slerpFlat(e,t,i,s,r,o,a){let c=i[s+0],l=i[s+1],u=i[s+2],d=i[s+3],h=r[o+0],p=r[o+1],g=r[o+2],y=r[o+3];if(d!==y||c!==h||l!==p||u!==g){let x=c*h+l*p+u*g+d*y;x<0&&(h=-h,p=-p,g=-g,y=-y,x=-x);let m=1-a;if(x<.9995){let b=Math.acos(x),M=Math.sin(b);m=Math.sin(m*b)/M,a=Math.sin(a*b)/M,c=c*m+h*a,l=l*m+p*a,u=u*m+g*a,d=d*m+y*a}else{c=c*m+h*a,l=l*m+p*a,u=u*m+g*a,d=d*m+y*a;let b=1/Math.sqrt(c*c+l*l+u*u+d*d);c*=b,l*=b,u*=b,d*=b}}e[t]=c,e[t+1]=l,e[t+2]=u,e[t+3]=d}static multiplyQuaternionsFlat(e,t,i,s,r,o){let a=i[s],c=i[s+1],l=i[s+2],u=i[s+3],d=r[o],h=r[o+1],p=r[o+2],g=r[o+3];return e[t]=a*g+u*d+c*p-l*h,e[t+1]=c*g+u*h+l*d-a*p,e[t+2]=l*g+u*p+a*h-c*d,e[t+3]=u*g-a*d-c*h-l*p,e}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get w(){return this._w}set w(e){this._w=e,this._onChangeCallback()}set(e,t,i,s){return this._x=e,this._y=t,this._z=i,this._w=s,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._w)}copy(e){return this._x=e.x,this._y=e.y,this._z=e.z,this._w=e.w,this._onChangeCallback(),this}setFromEuler(e,t=!0){let i=e._x,s=e._y,r=e._z,o=e._order,a=Math.cos,c=Math.sin,l=a(i/2),u=a(s/2),d=a(r/2),h=c(i/2),p=c(s/2),g=c(r/2);switch(o){case"XYZ":this._x=h*u*d+l*p*g,this._y=l*p*d-h*u*g,this._z=l*u*g+h*p*d,this._w=l*u*d-h*p*g;break;case"YXZ":this._x=h*u*d+l*p*g,this._y=l*p*d-h*u*g,this._z=l*u*g-h*p*d,this._w=l*u*d+h*p*g;break;case"ZXY":this._x=h*u*d-l*p*g,this._y=l*p*d+h*u*g,this._z=l*u*g+h*p*d,this._w=l*u*d-h*p*g;break;case"ZYX":this._x=h*u*d-l*p*g,this._y=l*p*d+h*u*g,this._z=l*u*g-h*p*d,this._w=l*u*d+h*p*g;break;case"YZX":this._x=h*u*d+l*p*g,this._y=l*p*d+h*u*g,this._z=l*u*g-h*p*d,this._w=l*u*d-h*p*g;break;case"XZY":this._x=h*u*d-l*p*g,this._y=l*p*d-h*u*g,this._z=l*u*g+h*p*d,this._w=l*u*d+h*p*g;break;default:Ie("Quaternion: .setFromEuler() encountered an unknown order: "+o)}return t===!0&&this._onChangeCallback(),this}setFromAxisAngle(e,t){let i=t/2,s=Math.sin(i);return this._x=e.x*s,this._y=e.y*s,this._z=e.z*s,this._w=Math.cos(i),this._onChangeCallback(),this}setFromRotationMatrix(e){let t=e.elements,i=t[0],s=t[4],r=t[8],o=t[1],a=t[5],c=t[9],l=t[2],u=t[6],d=t[10],h=i+a+d;if(h>0){let p=.5/Math.sqrt(h+1);this._w=.25/p,this._x=(u-c)*p,this._y=(r-l)*p,this._z=(o-s)*p}else if(i>a&&i>d){let p=2*Math.sqrt(1+i-a-d);this._w=(u-c)/p,this._x=.25*p,this._y=(s+o)/p,this._z=(r+l)/p}else if(a>d){let p=2*Math.sqrt(1+a-i-d);this._w=(r-l)/p,this._x=(s+o)/p,this._y=.25*p,this._z=(c+u)/p}else{let p=2*Math.sqrt(1+d-i-a);this._w=(o-s)/p,this._x=(r+l)/p,this._y=(c+u)/p,this._z=.25*p}return this._onChangeCallback(),this}setFromUnitVectors(e,t){let i=e.dot(t)+1;return i<1e-8?(i=0,Math.abs(e.x)>Math.abs(e.z)?(this._x=-e.y,this._y=e.x,this._z=0,this._w=i):(this._x=0,this._y=-e.z,this._z=e.y,this._w=i)):(this._x=e.y*t.z-e.z*t.y,this._y=e.z*t.x-e.x*t.z,this._z=e.x*t.y-e.y*t.x,this._w=i),this.normalize()}angleTo(e){return 2*Math.acos(Math.abs(tt(this.dot(e),-1,1)))}rotateTowards(e,t){let i=this.angleTo(e);if(i===0)return this;let s=Math.min(1,t/i);return this.slerp(e,s),this}identity(){return this.set(0,0,0,1)}invert(){return this.conjugate()}conjugate(){return this._x*=-1,this._y*=-1,this._z*=-1,this._onChangeCallback(),this}dot(e){return this._x*e._x+this._y*e._y+this._z*e._z+this._w*e._w}lengthSq(){return this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w}length(){return Math.sqrt(this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w)}normalize(){let e=this.length();return e===0?(this._x=0,this._y=0,this._z=0,this._w=1):(e=1/e,this._x=this._x*e,this._y=this._y*e,this._z=this._z*e,this._w=this._w*e),this._onChangeCallback(),this}multiply(e){return this.multiplyQuaternions(this,e)}premultiply(e){return this.multiplyQuaternions(e,this)}multiplyQuaternions(e,t){let i=e._x,s=e._y,r=e._z,o=e._w,a=t._x,c=t._y,l=t._z,u=t._w;return this._x=i*u+o*a+s*l-r*c,this._y=s*u+o*c+r*a-i*l,this._z=r*u+o*l+i*c-s*a,this._w=o*u-i*a-s*c-r*l,this._onChangeCallback(),this}slerp(e,t){let i=e._x,s=e._y,r=e._z,o=e._w,a=this.dot(e);a<0&&(i=-i,s=-s,r=-r,o=-o,a=-a);let c=1-t;if(a<.9995){let l=Math.acos(a),u=Math.sin(l);c=Math.sin(c*l)/u,t=Math.sin(t*l)/u,this._x=this._x*c+i*t,this._y=this._y*c+s*t,this._z=this._z*c+r*t,this._w=this._w*c+o*t,this._onChangeCallback()}else this._x=this._x*c+i*t,this._y=this._y*c+s*t,this._z=this._z*c+r*t,this._w=this._w*c+o*t,this.normalize();return this}slerpQuaternions(e,t,i){return this.copy(e).slerp(t,i)}random(){let e=2*Math.PI*Math.random(),t=2*Math.PI*Math.random(),i=Math.random(),s=Math.sqrt(1-i),r=Math.sqrt(i);return this.set(s*Math.sin(e),s*Math.cos(e),r*Math.sin(t),r*Math.cos(t))}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._w===this._w}fromArray(e,t=0){return this._x=e[t],this._y=e[t+1],this._z=e[t+2],this._w=e[t+3],this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._w,e}fromBufferAttribute(e,t){return this._x=e.getX(t),this._y=e.getY(t),this._z=e.getZ(t),this._w=e.getW(t),this._onChangeCallback(),this}toJSON(){return this.toArray()}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._w}},U=class{static{this.prototype.isVector3=!0}constructor(e=0,t=0,i=0){this.x=e,this.y=t,this.z=i}set(e,t,i){return i===void 0&&(i=this.z),this.x=e,this.y=t,this.z=i,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;default:throw new Error("THREE.Vector3: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;default:throw new Error("THREE.Vector3: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this}multiplyVectors(e,t){return this.x=e.x*t.x,this.y=e.y*t.y,this.z=e.z*t.z,this}applyEuler(e){return this.applyQuaternion(Xp.setFromEuler(e))}applyAxisAngle(e,t){return this.applyQuaternion(Xp.setFromAxisAngle(e,t))}applyMatrix3(e){let t=this.x,i=this.y,s=this.z,r=e.elements;return this.x=r[0]*t+r[3]*i+r[6]*s,this.y=r[1]*t+r[4]*i+r[7]*s,this.z=r[2]*t+r[5]*i+r[8]*s,this}applyNormalMatrix(e){return this.applyMatrix3(e).normalize()}applyMatrix4(e){let t=this.x,i=this.y,s=this.z,r=e.elements,o=1/(r[3]*t+r[7]*i+r[11]*s+r[15]);return this.x=(r[0]*t+r[4]*i+r[8]*s+r[12])*o,this.y=(r[1]*t+r[5]*i+r[9]*s+r[13])*o,this.z=(r[2]*t+r[6]*i+r[10]*s+r[14])*o,this}applyQuaternion(e){let t=this.x,i=this.y,s=this.z,r=e.x,o=e.y,a=e.z,c=e.w,l=2*(o*s-a*i),u=2*(a*t-r*s),d=2*(r*i-o*t);return this.x=t+c*l+o*d-a*u,this.y=i+c*u+a*l-r*d,this.z=s+c*d+r*u-o*l,this}project(e){return this.applyMatrix4(e.matrixWorldInverse).applyMatrix4(e.projectionMatrix)}unproject(e){return this.applyMatrix4(e.projectionMatrixInverse).applyMatrix4(e.matrixWorld)}transformDirection(e){let t=this.x,i=this.y,s=this.z,r=e.elements;return this.x=r[0]*t+r[4]*i+r[8]*s,this.y=r[1]*t+r[5]*i+r[9]*s,this.z=r[2]*t+r[6]*i+r[10]*s,this.normalize()}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this}divideScalar(e){return this.multiplyScalar(1/e)}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this}clamp(e,t){return this.x=tt(this.x,e.x,t.x),this.y=tt(this.y,e.y,t.y),this.z=tt(this.z,e.z,t.z),this}clampScalar(e,t){return this.x=tt(this.x,e,t),this.y=tt(this.y,e,t),this.z=tt(this.z,e,t),this}clampLength(e,t){let i=this.length();return this.divideScalar(i||1).multiplyScalar(tt(i,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this}lerpVectors(e,t,i){return this.x=e.x+(t.x-e.x)*i,this.y=e.y+(t.y-e.y)*i,this.z=e.z+(t.z-e.z)*i,this}cross(e){return this.crossVectors(this,e)}crossVectors(e,t){let i=e.x,s=e.y,r=e.z,o=t.x,a=t.y,c=t.z;return this.x=s*c-r*a,this.y=r*o-i*c,this.z=i*a-s*o,this}projectOnVector(e){let t=e.lengthSq();if(t===0)return this.set(0,0,0);let i=e.dot(this)/t;return this.copy(e).multiplyScalar(i)}projectOnPlane(e){return eh.copy(this).projectOnVector(e),this.sub(eh)}reflect(e){return this.sub(eh.copy(e).multiplyScalar(2*this.dot(e)))}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let i=this.dot(e)/t;return Math.acos(tt(i,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,i=this.y-e.y,s=this.z-e.z;return t*t+i*i+s*s}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)+Math.abs(this.z-e.z)}setFromSpherical(e){return this.setFromSphericalCoords(e.radius,e.phi,e.theta)}setFromSphericalCoords(e,t,i){let s=Math.sin(t)*e;return this.x=s*Math.sin(i),this.y=Math.cos(t)*e,this.z=s*Math.cos(i),this}setFromCylindrical(e){return this.setFromCylindricalCoords(e.radius,e.theta,e.y)}setFromCylindricalCoords(e,t,i){return this.x=e*Math.sin(t),this.y=i,this.z=e*Math.cos(t),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this}setFromMatrixScale(e){let t=this.setFromMatrixColumn(e,0).length(),i=this.setFromMatrixColumn(e,1).length(),s=this.setFromMatrixColumn(e,2).length();return this.x=t,this.y=i,this.z=s,this}setFromMatrixColumn(e,t){return this.fromArray(e.elements,t*4)}setFromMatrix3Column(e,t){return this.fromArray(e.elements,t*3)}setFromEuler(e){return this.x=e._x,this.y=e._y,this.z=e._z,this}setFromColor(e){return this.x=e.r,this.y=e.g,this.z=e.b,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this}randomDirection(){let e=Math.random()*Math.PI*2,t=Math.random()*2-1,i=Math.sqrt(1-t*t);return this.x=i*Math.cos(e),this.y=t,this.z=i*Math.sin(e),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z}},eh=new U,Xp=new Rn,He=class{static{this.prototype.isMatrix3=!0}constructor(e,t,i,s,r,o,a,c,l){this.elements=[1,0,0,0,1,0,0,0,1],e!==void 0&&this.set(e,t,i,s,r,o,a,c,l)}set(e,t,i,s,r,o,a,c,l){let u=this.elements;return u[0]=e,u[1]=s,u[2]=a,u[3]=t,u[4]=r,u[5]=c,u[6]=i,u[7]=o,u[8]=l,this}identity(){return this.set(1,0,0,0,1,0,0,0,1),this}copy(e){let t=this.elements,i=e.elements;return t[0]=i[0],t[1]=i[1],t[2]=i[2],t[3]=i[3],t[4]=i[4],t[5]=i[5],t[6]=i[6],t[7]=i[7],t[8]=i[8],this}extractBasis(e,t,i){return e.setFromMatrix3Column(this,0),t.setFromMatrix3Column(this,1),i.setFromMatrix3Column(this,2),this}setFromMatrix4(e){let t=e.elements;return this.set(t[0],t[4],t[8],t[1],t[5],t[9],t[2],t[6],t[10]),this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let i=e.elements,s=t.elements,r=this.elements,o=i[0],a=i[3],c=i[6],l=i[1],u=i[4],d=i[7],h=i[2],p=i[5],g=i[8],y=s[0],x=s[3],m=s[6],b=s[1],M=s[4],v=s[7],E=s[2],T=s[5],_=s[8];return r[0]=o*y+a*b+c*E,r[3]=o*x+a*M+c*T,r[6]=o*m+a*v+c*_,r[1]=l*y+u*b+d*E,r[4]=l*x+u*M+d*T,r[7]=l*m+u*v+d*_,r[2]=h*y+p*b+g*E,r[5]=h*x+p*M+g*T,r[8]=h*m+p*v+g*_,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[3]*=e,t[6]*=e,t[1]*=e,t[4]*=e,t[7]*=e,t[2]*=e,t[5]*=e,t[8]*=e,this}determinant(){let e=this.elements,t=e[0],i=e[1],s=e[2],r=e[3],o=e[4],a=e[5],c=e[6],l=e[7],u=e[8];return t*o*u-t*a*l-i*r*u+i*a*c+s*r*l-s*o*c}invert(){let e=this.elements,t=e[0],i=e[1],s=e[2],r=e[3],o=e[4],a=e[5],c=e[6],l=e[7],u=e[8],d=u*o-a*l,h=a*c-u*r,p=l*r-o*c,g=t*d+i*h+s*p;if(g===0)return this.set(0,0,0,0,0,0,0,0,0);let y=1/g;return e[0]=d*y,e[1]=(s*l-u*i)*y,e[2]=(a*i-s*o)*y,e[3]=h*y,e[4]=(u*t-s*c)*y,e[5]=(s*r-a*t)*y,e[6]=p*y,e[7]=(i*c-l*t)*y,e[8]=(o*t-i*r)*y,this}transpose(){let e,t=this.elements;return e=t[1],t[1]=t[3],t[3]=e,e=t[2],t[2]=t[6],t[6]=e,e=t[5],t[5]=t[7],t[7]=e,this}getNormalMatrix(e){return this.setFromMatrix4(e).invert().transpose()}transposeIntoArray(e){let t=this.elements;return e[0]=t[0],e[1]=t[3],e[2]=t[6],e[3]=t[1],e[4]=t[4],e[5]=t[7],e[6]=t[2],e[7]=t[5],e[8]=t[8],this}setUvTransform(e,t,i,s,r,o,a){let c=Math.cos(r),l=Math.sin(r);return this.set(i*c,i*l,-i*(c*o+l*a)+o+e,-s*l,s*c,-s*(-l*o+c*a)+a+t,0,0,1),this}scale(e,t){return ir("Matrix3: .scale() is deprecated. Use .makeScale() instead."),this.premultiply(th.makeScale(e,t)),this}rotate(e){return ir("Matrix3: .rotate() is deprecated. Use .makeRotation() instead."),this.premultiply(th.makeRotation(-e)),this}translate(e,t){return ir("Matrix3: .translate() is deprecated. Use .makeTranslation() instead."),this.premultiply(th.makeTranslation(e,t)),this}makeTranslation(e,t){return e.isVector2?this.set(1,0,e.x,0,1,e.y,0,0,1):this.set(1,0,e,0,1,t,0,0,1),this}makeRotation(e){let t=Math.cos(e),i=Math.sin(e);return this.set(t,-i,0,i,t,0,0,0,1),this}makeScale(e,t){return this.set(e,0,0,0,t,0,0,0,1),this}equals(e){let t=this.elements,i=e.elements;for(let s=0;s<9;s++)if(t[s]!==i[s])return!1;return!0}fromArray(e,t=0){for(let i=0;i<9;i++)this.elements[i]=e[i+t];return this}toArray(e=[],t=0){let i=this.elements;return e[t]=i[0],e[t+1]=i[1],e[t+2]=i[2],e[t+3]=i[3],e[t+4]=i[4],e[t+5]=i[5],e[t+6]=i[6],e[t+7]=i[7],e[t+8]=i[8],e}clone(){return new this.constructor().fromArray(this.elements)}},th=new He,qp=new He().set(.4123908,.3575843,.1804808,.212639,.7151687,.0721923,.0193308,.1191948,.9505322),$p=new He().set(3.2409699,-1.5373832,-.4986108,-.9692436,1.8759675,.0415551,.0556301,-.203977,1.0569715);function Yx(){let n={enabled:!0,workingColorSpace:kn,spaces:{},convert:function(s,r,o){return this.enabled===!1||r===o||!r||!o||(this.spaces[r].transfer===yt&&(s.r=es(s.r),s.g=es(s.g),s.b=es(s.b)),this.spaces[r].primaries!==this.spaces[o].primaries&&(s.applyMatrix3(this.spaces[r].toXYZ),s.applyMatrix3(this.spaces[o].fromXYZ)),this.spaces[o].transfer===yt&&(s.r=qr(s.r),s.g=qr(s.g),s.b=qr(s.b))),s},workingToColorSpace:function(s,r){return this.convert(s,this.workingColorSpace,r)},colorSpaceToWorking:function(s,r){return this.convert(s,r,this.workingColorSpace)},getPrimaries:function(s){return this.spaces[s].primaries},getTransfer:function(s){return s===ds?Ko:this.spaces[s].transfer},getToneMappingMode:function(s){return this.spaces[s].outputColorSpaceConfig.toneMappingMode||"standard"},getLuminanceCoefficients:function(s,r=this.workingColorSpace){return s.fromArray(this.spaces[r].luminanceCoefficients)},define:function(s){Object.assign(this.spaces,s)},_getMatrix:function(s,r,o){return s.copy(this.spaces[o].fromXYZ).multiply(this.spaces[r].toXYZ)},_getDrawingBufferColorSpace:function(s){return this.spaces[s].outputColorSpaceConfig.drawingBufferColorSpace},_getUnpackColorSpace:function(s=this.workingColorSpace){return this.spaces[s].workingColorSpaceConfig.unpackColorSpace}},e=[.64,.33,.3,.6,.15,.06],t=[.2126,.7152,.0722],i=[.3127,.329];return n.define({[kn]:{primaries:e,whitePoint:i,transfer:Ko,toXYZ:qp,fromXYZ:$p,luminanceCoefficients:t,workingColorSpaceConfig:{unpackColorSpace:xt},outputColorSpaceConfig:{drawingBufferColorSpace:xt}},[xt]:{primaries:e,whitePoint:i,transfer:yt,toXYZ:qp,fromXYZ:$p,luminanceCoefficients:t,outputColorSpaceConfig:{drawingBufferColorSpace:xt}}}),n}var et=Yx();function es(n){return n<.04045?n*.0773993808:Math.pow(n*.9478672986+.0521327014,2.4)}function qr(n){return n<.0031308?n*12.92:1.055*Math.pow(n,.41666)-.055}var Lr,ql=class{static getDataURL(e,t="image/png"){if(/^data:/i.test(e.src)||typeof HTMLCanvasElement>"u")return e.src;let i;if(e instanceof HTMLCanvasElement)i=e;else{Lr===void 0&&(Lr=jr("canvas")),Lr.width=e.width,Lr.height=e.height;let s=Lr.getContext("2d");e instanceof ImageData?s.putImageData(e,0,0):s.drawImage(e,0,0,e.width,e.height),i=Lr}return i.toDataURL(t)}static sRGBToLinear(e){if(typeof HTMLImageElement<"u"&&e instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&e instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&e instanceof ImageBitmap){let t=jr("canvas");t.width=e.width,t.height=e.height;let i=t.getContext("2d");i.drawImage(e,0,0,e.width,e.height);let s=i.getImageData(0,0,e.width,e.height),r=s.data;for(let o=0;o<r.length;o++)r[o]=es(r[o]/255)*255;return i.putImageData(s,0,0),t}else if(e.data){let t=e.data.slice(0);for(let i=0;i<t.length;i++)t instanceof Uint8Array||t instanceof Uint8ClampedArray?t[i]=Math.floor(es(t[i]/255)*255):t[i]=es(t[i]);return{data:t,width:e.width,height:e.height}}else return Ie("ImageUtils.sRGBToLinear(): Unsupported image type. No color space conversion applied."),e}},Kx=0,Jr=class{constructor(e=null){this.isTextureSource=!0,Object.defineProperty(this,"id",{value:Kx++}),this.uuid=Oi(),this.data=e,this.dataReady=!0,this.version=0}getSize(e){let t=this.data;return typeof HTMLVideoElement<"u"&&t instanceof HTMLVideoElement?e.set(t.videoWidth,t.videoHeight,0):typeof VideoFrame<"u"&&t instanceof VideoFrame?e.set(t.displayWidth,t.displayHeight,0):t!==null?e.set(t.width||0,t.height||0,t.depth||0):e.set(0,0,0),e}set needsUpdate(e){e===!0&&this.version++}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.images[this.uuid]!==void 0)return e.images[this.uuid];let i={uuid:this.uuid,url:""},s=this.data;if(s!==null){let r;if(Array.isArray(s)){r=[];for(let o=0,a=s.length;o<a;o++)s[o].isDataTexture?r.push(nh(s[o].image)):r.push(nh(s[o]))}else r=nh(s);i.url=r}return t||(e.images[this.uuid]=i),i}};function nh(n){return typeof HTMLImageElement<"u"&&n instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&n instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&n instanceof ImageBitmap?ql.getDataURL(n):n.data?{data:Array.from(n.data),width:n.width,height:n.height,type:n.data.constructor.name}:(Ie("Texture: Unable to serialize Texture."),{})}var jx=0,ih=new U,ln=class n extends bi{constructor(e=n.DEFAULT_IMAGE,t=n.DEFAULT_MAPPING,i=ii,s=ii,r=an,o=hi,a=di,c=Wn,l=n.DEFAULT_ANISOTROPY,u=ds){super(),this.isTexture=!0,Object.defineProperty(this,"id",{value:jx++}),this.uuid=Oi(),this.name="",this.source=new Jr(e),this.mipmaps=[],this.mapping=t,this.channel=0,this.wrapS=i,this.wrapT=s,this.magFilter=r,this.minFilter=o,this.anisotropy=l,this.format=a,this.internalFormat=null,this.type=c,this.offset=new Ne(0,0),this.repeat=new Ne(1,1),this.center=new Ne(0,0),this.rotation=0,this.matrixAutoUpdate=!0,this.matrix=new He,this.generateMipmaps=!0,this.mipmapsAutoUpdate=!0,this.premultiplyAlpha=!1,this.flipY=!0,this.unpackAlignment=4,this.colorSpace=u,this.userData={},this.updateRanges=[],this.version=0,this.onUpdate=null,this.renderTarget=null,this.isRenderTargetTexture=!1,this.isArrayTexture=!!(e&&e.depth&&e.depth>1),this.pmremVersion=0,this.isPMREMTexture=!1,this.normalized=!1}get width(){return this.source.getSize(ih).x}get height(){return this.source.getSize(ih).y}get depth(){return this.source.getSize(ih).z}get image(){return this.source.data}set image(e){this.source.data=e}updateMatrix(){this.matrix.setUvTransform(this.offset.x,this.offset.y,this.repeat.x,this.repeat.y,this.rotation,this.center.x,this.center.y)}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}clone(){return new this.constructor().copy(this)}copy(e){return this.name=e.name,this.source=e.source,this.mipmaps=e.mipmaps.slice(0),this.mapping=e.mapping,this.channel=e.channel,this.wrapS=e.wrapS,this.wrapT=e.wrapT,this.magFilter=e.magFilter,this.minFilter=e.minFilter,this.anisotropy=e.anisotropy,this.format=e.format,this.internalFormat=e.internalFormat,this.type=e.type,this.normalized=e.normalized,this.offset.copy(e.offset),this.repeat.copy(e.repeat),this.center.copy(e.center),this.rotation=e.rotation,this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrix.copy(e.matrix),this.generateMipmaps=e.generateMipmaps,this.mipmapsAutoUpdate=e.mipmapsAutoUpdate,this.premultiplyAlpha=e.premultiplyAlpha,this.flipY=e.flipY,this.unpackAlignment=e.unpackAlignment,this.colorSpace=e.colorSpace,this.renderTarget=e.renderTarget,this.isRenderTargetTexture=e.isRenderTargetTexture,this.isPMREMTexture=e.isPMREMTexture,this.isArrayTexture=e.isArrayTexture,this.userData=JSON.parse(JSON.stringify(e.userData)),this.needsUpdate=!0,this}setValues(e){for(let t in e){let i=e[t];if(i===void 0){Ie(`Texture.setValues(): parameter '${t}' has value of undefined.`);continue}let s=this[t];if(s===void 0){Ie(`Texture.setValues(): property '${t}' does not exist.`);continue}s&&i&&s.isVector2&&i.isVector2||s&&i&&s.isVector3&&i.isVector3||s&&i&&s.isMatrix3&&i.isMatrix3?s.copy(i):this[t]=i}}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.textures[this.uuid]!==void 0)return e.textures[this.uuid];let i={metadata:{version:4.7,type:"Texture",generator:"Texture.toJSON"},uuid:this.uuid,name:this.name,image:this.source.toJSON(e).uuid,mapping:this.mapping,channel:this.channel,repeat:[this.repeat.x,this.repeat.y],offset:[this.offset.x,this.offset.y],center:[this.center.x,this.center.y],rotation:this.rotation,wrap:[this.wrapS,this.wrapT],format:this.format,internalFormat:this.internalFormat,type:this.type,normalized:this.normalized,colorSpace:this.colorSpace,minFilter:this.minFilter,magFilter:this.magFilter,anisotropy:this.anisotropy,flipY:this.flipY,generateMipmaps:this.generateMipmaps,mipmapsAutoUpdate:this.mipmapsAutoUpdate,premultiplyAlpha:this.premultiplyAlpha,unpackAlignment:this.unpackAlignment};return Object.keys(this.userData).length>0&&(i.userData=this.userData),t||(e.textures[this.uuid]=i),i}dispose(){this.dispatchEvent({type:"dispose"})}transformUv(e){if(this.mapping!==Kh)return e;if(e.applyMatrix3(this.matrix),e.x<0||e.x>1)switch(this.wrapS){case Ni:e.x=e.x-Math.floor(e.x);break;case ii:e.x=e.x<0?0:1;break;case Yr:Math.abs(Math.floor(e.x)%2)===1?e.x=Math.ceil(e.x)-e.x:e.x=e.x-Math.floor(e.x);break}if(e.y<0||e.y>1)switch(this.wrapT){case Ni:e.y=e.y-Math.floor(e.y);break;case ii:e.y=e.y<0?0:1;break;case Yr:Math.abs(Math.floor(e.y)%2)===1?e.y=Math.ceil(e.y)-e.y:e.y=e.y-Math.floor(e.y);break}return this.flipY&&(e.y=1-e.y),e}set needsUpdate(e){e===!0&&(this.version++,this.source.needsUpdate=!0)}set needsPMREMUpdate(e){e===!0&&this.pmremVersion++}};ln.DEFAULT_IMAGE=null;ln.DEFAULT_MAPPING=Kh;ln.DEFAULT_ANISOTROPY=1;var Tt=class{static{this.prototype.isVector4=!0}constructor(e=0,t=0,i=0,s=1){this.x=e,this.y=t,this.z=i,this.w=s}get width(){return this.z}set width(e){this.z=e}get height(){return this.w}set height(e){this.w=e}set(e,t,i,s){return this.x=e,this.y=t,this.z=i,this.w=s,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this.w=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setW(e){return this.w=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;case 3:this.w=t;break;default:throw new Error("THREE.Vector4: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;case 3:return this.w;default:throw new Error("THREE.Vector4: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z,this.w)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this.w=e.w!==void 0?e.w:1,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this.w+=e.w,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this.w+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this.w=e.w+t.w,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this.w+=e.w*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this.w-=e.w,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this.w-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this.w=e.w-t.w,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this.w*=e.w,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this.w*=e,this}applyMatrix4(e){let t=this.x,i=this.y,s=this.z,r=this.w,o=e.elements;return this.x=o[0]*t+o[4]*i+o[8]*s+o[12]*r,this.y=o[1]*t+o[5]*i+o[9]*s+o[13]*r,this.z=o[2]*t+o[6]*i+o[10]*s+o[14]*r,this.w=o[3]*t+o[7]*i+o[11]*s+o[15]*r,this}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this.w/=e.w,this}divideScalar(e){return this.multiplyScalar(1/e)}setAxisAngleFromQuaternion(e){this.w=2*Math.acos(e.w);let t=Math.sqrt(1-e.w*e.w);return t<1e-4?(this.x=1,this.y=0,this.z=0):(this.x=e.x/t,this.y=e.y/t,this.z=e.z/t),this}setAxisAngleFromRotationMatrix(e){let t,i,s,r,c=e.elements,l=c[0],u=c[4],d=c[8],h=c[1],p=c[5],g=c[9],y=c[2],x=c[6],m=c[10];if(Math.abs(u-h)<.01&&Math.abs(d-y)<.01&&Math.abs(g-x)<.01){if(Math.abs(u+h)<.1&&Math.abs(d+y)<.1&&Math.abs(g+x)<.1&&Math.abs(l+p+m-3)<.1)return this.set(1,0,0,0),this;t=Math.PI;let M=(l+1)/2,v=(p+1)/2,E=(m+1)/2,T=(u+h)/4,_=(d+y)/4,S=(g+x)/4;return M>v&&M>E?M<.01?(i=0,s=.707106781,r=.707106781):(i=Math.sqrt(M),s=T/i,r=_/i):v>E?v<.01?(i=.707106781,s=0,r=.707106781):(s=Math.sqrt(v),i=T/s,r=S/s):E<.01?(i=.707106781,s=.707106781,r=0):(r=Math.sqrt(E),i=_/r,s=S/r),this.set(i,s,r,t),this}let b=Math.sqrt((x-g)*(x-g)+(d-y)*(d-y)+(h-u)*(h-u));return Math.abs(b)<.001&&(b=1),this.x=(x-g)/b,this.y=(d-y)/b,this.z=(h-u)/b,this.w=Math.acos((l+p+m-1)/2),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this.w=t[15],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this.w=Math.min(this.w,e.w),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this.w=Math.max(this.w,e.w),this}clamp(e,t){return this.x=tt(this.x,e.x,t.x),this.y=tt(this.y,e.y,t.y),this.z=tt(this.z,e.z,t.z),this.w=tt(this.w,e.w,t.w),this}clampScalar(e,t){return this.x=tt(this.x,e,t),this.y=tt(this.y,e,t),this.z=tt(this.z,e,t),this.w=tt(this.w,e,t),this}clampLength(e,t){let i=this.length();return this.divideScalar(i||1).multiplyScalar(tt(i,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this.w=Math.floor(this.w),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this.w=Math.ceil(this.w),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this.w=Math.round(this.w),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this.w=Math.trunc(this.w),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this.w=-this.w,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z+this.w*e.w}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)+Math.abs(this.w)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this.w+=(e.w-this.w)*t,this}lerpVectors(e,t,i){return this.x=e.x+(t.x-e.x)*i,this.y=e.y+(t.y-e.y)*i,this.z=e.z+(t.z-e.z)*i,this.w=e.w+(t.w-e.w)*i,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z&&e.w===this.w}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this.w=e[t+3],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e[t+3]=this.w,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this.w=e.getW(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this.w=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z,yield this.w}},$l=class extends bi{constructor(e=1,t=1,i={}){super(),i=Object.assign({generateMipmaps:!1,internalFormat:null,minFilter:an,depthBuffer:!0,stencilBuffer:!1,resolveColorBuffer:!0,resolveDepthBuffer:!0,resolveStencilBuffer:!0,storeMultisampledColorBuffer:!0,storeMultisampledDepthBuffer:!0,storeMultisampledStencilBuffer:!0,depthTexture:null,samples:0,count:1,depth:1,multiview:!1,useArrayDepthTexture:!1},i),this.isRenderTarget=!0,this.width=e,this.height=t,this.depth=i.depth,this.scissor=new Tt(0,0,e,t),this.scissorTest=!1,this.viewport=new Tt(0,0,e,t),this.textures=[];let s=i.count;for(let r=0;r<s;r++)this.textures[r]=new ln({width:e,height:t,depth:i.depth}),this.textures[r].isRenderTargetTexture=!0,this.textures[r].renderTarget=this;this._setTextureOptions(i),this.depthBuffer=i.depthBuffer,this.stencilBuffer=i.stencilBuffer,this.resolveColorBuffer=i.resolveColorBuffer,this.resolveDepthBuffer=i.resolveDepthBuffer,this.resolveStencilBuffer=i.resolveStencilBuffer,this.storeMultisampledColorBuffer=i.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=i.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=i.storeMultisampledStencilBuffer,this._depthTexture=null,this.depthTexture=i.depthTexture,this.samples=i.samples,this.multiview=i.multiview,this.useArrayDepthTexture=i.useArrayDepthTexture}_setTextureOptions(e={}){let t={minFilter:an,generateMipmaps:!1,flipY:!1,internalFormat:null};e.mapping!==void 0&&(t.mapping=e.mapping),e.wrapS!==void 0&&(t.wrapS=e.wrapS),e.wrapT!==void 0&&(t.wrapT=e.wrapT),e.wrapR!==void 0&&(t.wrapR=e.wrapR),e.magFilter!==void 0&&(t.magFilter=e.magFilter),e.minFilter!==void 0&&(t.minFilter=e.minFilter),e.format!==void 0&&(t.format=e.format),e.type!==void 0&&(t.type=e.type),e.anisotropy!==void 0&&(t.anisotropy=e.anisotropy),e.colorSpace!==void 0&&(t.colorSpace=e.colorSpace),e.flipY!==void 0&&(t.flipY=e.flipY),e.generateMipmaps!==void 0&&(t.generateMipmaps=e.generateMipmaps),e.mipmapsAutoUpdate!==void 0&&(t.mipmapsAutoUpdate=e.mipmapsAutoUpdate),e.internalFormat!==void 0&&(t.internalFormat=e.internalFormat);for(let i=0;i<this.textures.length;i++)this.textures[i].setValues(t)}get texture(){return this.textures[0]}set texture(e){this.textures[0]=e}set depthTexture(e){this._depthTexture!==null&&this._depthTexture.renderTarget===this&&(this._depthTexture.renderTarget=null),e!==null&&e.renderTarget===null&&(e.renderTarget=this),this._depthTexture=e}get depthTexture(){return this._depthTexture}setSize(e,t,i=1){if(this.width!==e||this.height!==t||this.depth!==i){this.width=e,this.height=t,this.depth=i;for(let s=0,r=this.textures.length;s<r;s++)this.textures[s].image.width=e,this.textures[s].image.height=t,this.textures[s].image.depth=i,this.textures[s].isData3DTexture!==!0&&(this.textures[s].isArrayTexture=this.textures[s].image.depth>1);this.dispose()}this.viewport.set(0,0,e,t),this.scissor.set(0,0,e,t)}clone(){return new this.constructor().copy(this)}copy(e){this.width=e.width,this.height=e.height,this.depth=e.depth,this.scissor.copy(e.scissor),this.scissorTest=e.scissorTest,this.viewport.copy(e.viewport),this.textures.length=0;for(let t=0,i=e.textures.length;t<i;t++){this.textures[t]=e.textures[t].clone(),this.textures[t].isRenderTargetTexture=!0,this.textures[t].renderTarget=this;let s=Object.assign({},e.textures[t].image);this.textures[t].source=new Jr(s)}if(this.depthBuffer=e.depthBuffer,this.stencilBuffer=e.stencilBuffer,this.resolveColorBuffer=e.resolveColorBuffer,this.resolveDepthBuffer=e.resolveDepthBuffer,this.resolveStencilBuffer=e.resolveStencilBuffer,this.storeMultisampledColorBuffer=e.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=e.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=e.storeMultisampledStencilBuffer,e.depthTexture!==null)if(e.depthTexture.renderTarget===e){let t=e.depthTexture.clone();t.renderTarget=null,this.depthTexture=t}else this.depthTexture=e.depthTexture;else this.depthTexture=null;return this.samples=e.samples,this.multiview=e.multiview,this.useArrayDepthTexture=e.useArrayDepthTexture,this}dispose(){this.dispatchEvent({type:"dispose"})}},On=class extends $l{constructor(e=1,t=1,i={}){super(e,t,i),this.isWebGLRenderTarget=!0}},Zo=class extends ln{constructor(e=null,t=1,i=1,s=1){super(null),this.isDataArrayTexture=!0,this.image={data:e,width:t,height:i,depth:s},this.magFilter=qt,this.minFilter=qt,this.wrapR=ii,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1,this.layerUpdates=new Set}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}addLayerUpdate(e){this.layerUpdates.add(e)}clearLayerUpdates(){this.layerUpdates.clear()}};var Yl=class extends ln{constructor(e=null,t=1,i=1,s=1){super(null),this.isData3DTexture=!0,this.image={data:e,width:t,height:i,depth:s},this.magFilter=qt,this.minFilter=qt,this.wrapR=ii,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}};var Xe=class n{static{this.prototype.isMatrix4=!0}constructor(e,t,i,s,r,o,a,c,l,u,d,h,p,g,y,x){this.elements=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],e!==void 0&&this.set(e,t,i,s,r,o,a,c,l,u,d,h,p,g,y,x)}set(e,t,i,s,r,o,a,c,l,u,d,h,p,g,y,x){let m=this.elements;return m[0]=e,m[4]=t,m[8]=i,m[12]=s,m[1]=r,m[5]=o,m[9]=a,m[13]=c,m[2]=l,m[6]=u,m[10]=d,m[14]=h,m[3]=p,m[7]=g,m[11]=y,m[15]=x,this}identity(){return this.set(1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1),this}clone(){return new n().fromArray(this.elements)}copy(e){let t=this.elements,i=e.elements;return t[0]=i[0],t[1]=i[1],t[2]=i[2],t[3]=i[3],t[4]=i[4],t[5]=i[5],t[6]=i[6],t[7]=i[7],t[8]=i[8],t[9]=i[9],t[10]=i[10],t[11]=i[11],t[12]=i[12],t[13]=i[13],t[14]=i[14],t[15]=i[15],this}copyPosition(e){let t=this.elements,i=e.elements;return t[12]=i[12],t[13]=i[13],t[14]=i[14],this}setFromMatrix3(e){let t=e.elements;return this.set(t[0],t[3],t[6],0,t[1],t[4],t[7],0,t[2],t[5],t[8],0,0,0,0,1),this}extractBasis(e,t,i){return this.determinantAffine()===0?(e.set(1,0,0),t.set(0,1,0),i.set(0,0,1),this):(e.setFromMatrixColumn(this,0),t.setFromMatrixColumn(this,1),i.setFromMatrixColumn(this,2),this)}makeBasis(e,t,i){return this.set(e.x,t.x,i.x,0,e.y,t.y,i.y,0,e.z,t.z,i.z,0,0,0,0,1),this}extractRotation(e){if(e.determinantAffine()===0)return this.identity();let t=this.elements,i=e.elements,s=1/Nr.setFromMatrixColumn(e,0).length(),r=1/Nr.setFromMatrixColumn(e,1).length(),o=1/Nr.setFromMatrixColumn(e,2).length();return t[0]=i[0]*s,t[1]=i[1]*s,t[2]=i[2]*s,t[3]=0,t[4]=i[4]*r,t[5]=i[5]*r,t[6]=i[6]*r,t[7]=0,t[8]=i[8]*o,t[9]=i[9]*o,t[10]=i[10]*o,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromEuler(e){let t=this.elements,i=e.x,s=e.y,r=e.z,o=Math.cos(i),a=Math.sin(i),c=Math.cos(s),l=Math.sin(s),u=Math.cos(r),d=Math.sin(r);if(e.order==="XYZ"){let h=o*u,p=o*d,g=a*u,y=a*d;t[0]=c*u,t[4]=-c*d,t[8]=l,t[1]=p+g*l,t[5]=h-y*l,t[9]=-a*c,t[2]=y-h*l,t[6]=g+p*l,t[10]=o*c}else if(e.order==="YXZ"){let h=c*u,p=c*d,g=l*u,y=l*d;t[0]=h+y*a,t[4]=g*a-p,t[8]=o*l,t[1]=o*d,t[5]=o*u,t[9]=-a,t[2]=p*a-g,t[6]=y+h*a,t[10]=o*c}else if(e.order==="ZXY"){let h=c*u,p=c*d,g=l*u,y=l*d;t[0]=h-y*a,t[4]=-o*d,t[8]=g+p*a,t[1]=p+g*a,t[5]=o*u,t[9]=y-h*a,t[2]=-o*l,t[6]=a,t[10]=o*c}else if(e.order==="ZYX"){let h=o*u,p=o*d,g=a*u,y=a*d;t[0]=c*u,t[4]=g*l-p,t[8]=h*l+y,t[1]=c*d,t[5]=y*l+h,t[9]=p*l-g,t[2]=-l,t[6]=a*c,t[10]=o*c}else if(e.order==="YZX"){let h=o*c,p=o*l,g=a*c,y=a*l;t[0]=c*u,t[4]=y-h*d,t[8]=g*d+p,t[1]=d,t[5]=o*u,t[9]=-a*u,t[2]=-l*u,t[6]=p*d+g,t[10]=h-y*d}else if(e.order==="XZY"){let h=o*c,p=o*l,g=a*c,y=a*l;t[0]=c*u,t[4]=-d,t[8]=l*u,t[1]=h*d+y,t[5]=o*u,t[9]=p*d-g,t[2]=g*d-p,t[6]=a*u,t[10]=y*d+h}return t[3]=0,t[7]=0,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromQuaternion(e){return this.compose(Zx,e,Jx)}lookAt(e,t,i){let s=this.elements;return Yn.subVectors(e,t),Yn.lengthSq()===0&&(Yn.z=1),Yn.normalize(),vs.crossVectors(i,Yn),vs.lengthSq()===0&&(Math.abs(i.z)===1?Yn.x+=1e-4:Yn.z+=1e-4,Yn.normalize(),vs.crossVectors(i,Yn)),vs.normalize(),dl.crossVectors(Yn,vs),s[0]=vs.x,s[4]=dl.x,s[8]=Yn.x,s[1]=vs.y,s[5]=dl.y,s[9]=Yn.y,s[2]=vs.z,s[6]=dl.z,s[10]=Yn.z,this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let i=e.elements,s=t.elements,r=this.elements,o=i[0],a=i[4],c=i[8],l=i[12],u=i[1],d=i[5],h=i[9],p=i[13],g=i[2],y=i[6],x=i[10],m=i[14],b=i[3],M=i[7],v=i[11],E=i[15],T=s[0],_=s[4],S=s[8],L=s[12],C=s[1],I=s[5],k=s[9],F=s[13],P=s[2],G=s[6],X=s[10],H=s[14],ee=s[3],q=s[7],Q=s[11],te=s[15];return r[0]=o*T+a*C+c*P+l*ee,r[4]=o*_+a*I+c*G+l*q,r[8]=o*S+a*k+c*X+l*Q,r[12]=o*L+a*F+c*H+l*te,r[1]=u*T+d*C+h*P+p*ee,r[5]=u*_+d*I+h*G+p*q,r[9]=u*S+d*k+h*X+p*Q,r[13]=u*L+d*F+h*H+p*te,r[2]=g*T+y*C+x*P+m*ee,r[6]=g*_+y*I+x*G+m*q,r[10]=g*S+y*k+x*X+m*Q,r[14]=g*L+y*F+x*H+m*te,r[3]=b*T+M*C+v*P+E*ee,r[7]=b*_+M*I+v*G+E*q,r[11]=b*S+M*k+v*X+E*Q,r[15]=b*L+M*F+v*H+E*te,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[4]*=e,t[8]*=e,t[12]*=e,t[1]*=e,t[5]*=e,t[9]*=e,t[13]*=e,t[2]*=e,t[6]*=e,t[10]*=e,t[14]*=e,t[3]*=e,t[7]*=e,t[11]*=e,t[15]*=e,this}determinant(){let e=this.elements,t=e[0],i=e[4],s=e[8],r=e[12],o=e[1],a=e[5],c=e[9],l=e[13],u=e[2],d=e[6],h=e[10],p=e[14],g=e[3],y=e[7],x=e[11],m=e[15],b=c*p-l*h,M=a*p-l*d,v=a*h-c*d,E=o*p-l*u,T=o*h-c*u,_=o*d-a*u;return t*(y*b-x*M+m*v)-i*(g*b-x*E+m*T)+s*(g*M-y*E+m*_)-r*(g*v-y*T+x*_)}determinantAffine(){let e=this.elements,t=e[0],i=e[4],s=e[8],r=e[1],o=e[5],a=e[9],c=e[2],l=e[6],u=e[10];return t*(o*u-a*l)-i*(r*u-a*c)+s*(r*l-o*c)}transpose(){let e=this.elements,t;return t=e[1],e[1]=e[4],e[4]=t,t=e[2],e[2]=e[8],e[8]=t,t=e[6],e[6]=e[9],e[9]=t,t=e[3],e[3]=e[12],e[12]=t,t=e[7],e[7]=e[13],e[13]=t,t=e[11],e[11]=e[14],e[14]=t,this}setPosition(e,t,i){let s=this.elements;return e.isVector3?(s[12]=e.x,s[13]=e.y,s[14]=e.z):(s[12]=e,s[13]=t,s[14]=i),this}invert(){let e=this.elements,t=e[0],i=e[1],s=e[2],r=e[3],o=e[4],a=e[5],c=e[6],l=e[7],u=e[8],d=e[9],h=e[10],p=e[11],g=e[12],y=e[13],x=e[14],m=e[15],b=t*a-i*o,M=t*c-s*o,v=t*l-r*o,E=i*c-s*a,T=i*l-r*a,_=s*l-r*c,S=u*y-d*g,L=u*x-h*g,C=u*m-p*g,I=d*x-h*y,k=d*m-p*y,F=h*m-p*x,P=b*F-M*k+v*I+E*C-T*L+_*S;if(P===0)return this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0);let G=1/P;return e[0]=(a*F-c*k+l*I)*G,e[1]=(s*k-i*F-r*I)*G,e[2]=(y*_-x*T+m*E)*G,e[3]=(h*T-d*_-p*E)*G,e[4]=(c*C-o*F-l*L)*G,e[5]=(t*F-s*C+r*L)*G,e[6]=(x*v-g*_-m*M)*G,e[7]=(u*_-h*v+p*M)*G,e[8]=(o*k-a*C+l*S)*G,e[9]=(i*C-t*k-r*S)*G,e[10]=(g*T-y*v+m*b)*G,e[11]=(d*v-u*T-p*b)*G,e[12]=(a*L-o*I-c*S)*G,e[13]=(t*I-i*L+s*S)*G,e[14]=(y*M-g*E-x*b)*G,e[15]=(u*E-d*M+h*b)*G,this}scale(e){let t=this.elements,i=e.x,s=e.y,r=e.z;return t[0]*=i,t[4]*=s,t[8]*=r,t[1]*=i,t[5]*=s,t[9]*=r,t[2]*=i,t[6]*=s,t[10]*=r,t[3]*=i,t[7]*=s,t[11]*=r,this}getMaxScaleOnAxis(){let e=this.elements,t=e[0]*e[0]+e[1]*e[1]+e[2]*e[2],i=e[4]*e[4]+e[5]*e[5]+e[6]*e[6],s=e[8]*e[8]+e[9]*e[9]+e[10]*e[10];return Math.sqrt(Math.max(t,i,s))}makeTranslation(e,t,i){return e.isVector3?this.set(1,0,0,e.x,0,1,0,e.y,0,0,1,e.z,0,0,0,1):this.set(1,0,0,e,0,1,0,t,0,0,1,i,0,0,0,1),this}makeRotationX(e){let t=Math.cos(e),i=Math.sin(e);return this.set(1,0,0,0,0,t,-i,0,0,i,t,0,0,0,0,1),this}makeRotationY(e){let t=Math.cos(e),i=Math.sin(e);return this.set(t,0,i,0,0,1,0,0,-i,0,t,0,0,0,0,1),this}makeRotationZ(e){let t=Math.cos(e),i=Math.sin(e);return this.set(t,-i,0,0,i,t,0,0,0,0,1,0,0,0,0,1),this}makeRotationAxis(e,t){let i=Math.cos(t),s=Math.sin(t),r=1-i,o=e.x,a=e.y,c=e.z,l=r*o,u=r*a;return this.set(l*o+i,l*a-s*c,l*c+s*a,0,l*a+s*c,u*a+i,u*c-s*o,0,l*c-s*a,u*c+s*o,r*c*c+i,0,0,0,0,1),this}makeScale(e,t,i){return this.set(e,0,0,0,0,t,0,0,0,0,i,0,0,0,0,1),this}makeShear(e,t,i,s,r,o){return this.set(1,i,r,0,e,1,o,0,t,s,1,0,0,0,0,1),this}compose(e,t,i){let s=this.elements,r=t._x,o=t._y,a=t._z,c=t._w,l=r+r,u=o+o,d=a+a,h=r*l,p=r*u,g=r*d,y=o*u,x=o*d,m=a*d,b=c*l,M=c*u,v=c*d,E=i.x,T=i.y,_=i.z;return s[0]=(1-(y+m))*E,s[1]=(p+v)*E,s[2]=(g-M)*E,s[3]=0,s[4]=(p-v)*T,s[5]=(1-(h+m))*T,s[6]=(x+b)*T,s[7]=0,s[8]=(g+M)*_,s[9]=(x-b)*_,s[10]=(1-(h+y))*_,s[11]=0,s[12]=e.x,s[13]=e.y,s[14]=e.z,s[15]=1,this}decompose(e,t,i){let s=this.elements;e.x=s[12],e.y=s[13],e.z=s[14];let r=this.determinantAffine();if(r===0)return i.set(1,1,1),t.identity(),this;let o=Nr.set(s[0],s[1],s[2]).length(),a=Nr.set(s[4],s[5],s[6]).length(),c=Nr.set(s[8],s[9],s[10]).length();r<0&&(o=-o),_i.copy(this);let l=1/o,u=1/a,d=1/c;return _i.elements[0]*=l,_i.elements[1]*=l,_i.elements[2]*=l,_i.elements[4]*=u,_i.elements[5]*=u,_i.elements[6]*=u,_i.elements[8]*=d,_i.elements[9]*=d,_i.elements[10]*=d,t.setFromRotationMatrix(_i),i.x=o,i.y=a,i.z=c,this}makePerspective(e,t,i,s,r,o,a=si,c=!1){let l=this.elements,u=2*r/(t-e),d=2*r/(i-s),h=(t+e)/(t-e),p=(i+s)/(i-s),g,y;if(c)g=r/(o-r),y=o*r/(o-r);else if(a===si)g=-(o+r)/(o-r),y=-2*o*r/(o-r);else if(a===Kr)g=-o/(o-r),y=-o*r/(o-r);else throw new Error("THREE.Matrix4.makePerspective(): Invalid coordinate system: "+a);return l[0]=u,l[4]=0,l[8]=h,l[12]=0,l[1]=0,l[5]=d,l[9]=p,l[13]=0,l[2]=0,l[6]=0,l[10]=g,l[14]=y,l[3]=0,l[7]=0,l[11]=-1,l[15]=0,this}makeOrthographic(e,t,i,s,r,o,a=si,c=!1){let l=this.elements,u=2/(t-e),d=2/(i-s),h=-(t+e)/(t-e),p=-(i+s)/(i-s),g,y;if(c)g=1/(o-r),y=o/(o-r);else if(a===si)g=-2/(o-r),y=-(o+r)/(o-r);else if(a===Kr)g=-1/(o-r),y=-r/(o-r);else throw new Error("THREE.Matrix4.makeOrthographic(): Invalid coordinate system: "+a);return l[0]=u,l[4]=0,l[8]=0,l[12]=h,l[1]=0,l[5]=d,l[9]=0,l[13]=p,l[2]=0,l[6]=0,l[10]=g,l[14]=y,l[3]=0,l[7]=0,l[11]=0,l[15]=1,this}equals(e){let t=this.elements,i=e.elements;for(let s=0;s<16;s++)if(t[s]!==i[s])return!1;return!0}fromArray(e,t=0){for(let i=0;i<16;i++)this.elements[i]=e[i+t];return this}toArray(e=[],t=0){let i=this.elements;return e[t]=i[0],e[t+1]=i[1],e[t+2]=i[2],e[t+3]=i[3],e[t+4]=i[4],e[t+5]=i[5],e[t+6]=i[6],e[t+7]=i[7],e[t+8]=i[8],e[t+9]=i[9],e[t+10]=i[10],e[t+11]=i[11],e[t+12]=i[12],e[t+13]=i[13],e[t+14]=i[14],e[t+15]=i[15],e}},Nr=new U,_i=new Xe,Zx=new U(0,0,0),Jx=new U(1,1,1),vs=new U,dl=new U,Yn=new U,Yp=new Xe,Kp=new Rn,Mi=class n{constructor(e=0,t=0,i=0,s=n.DEFAULT_ORDER){this.isEuler=!0,this._x=e,this._y=t,this._z=i,this._order=s}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get order(){return this._order}set order(e){this._order=e,this._onChangeCallback()}set(e,t,i,s=this._order){return this._x=e,this._y=t,this._z=i,this._order=s,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._order)}copy(e){return this._x=e._x,this._y=e._y,this._z=e._z,this._order=e._order,this._onChangeCallback(),this}setFromRotationMatrix(e,t=this._order,i=!0){let s=e.elements,r=s[0],o=s[4],a=s[8],c=s[1],l=s[5],u=s[9],d=s[2],h=s[6],p=s[10];switch(t){case"XYZ":this._y=Math.asin(tt(a,-1,1)),Math.abs(a)<.9999999?(this._x=Math.atan2(-u,p),this._z=Math.atan2(-o,r)):(this._x=Math.atan2(h,l),this._z=0);break;case"YXZ":this._x=Math.asin(-tt(u,-1,1)),Math.abs(u)<.9999999?(this._y=Math.atan2(a,p),this._z=Math.atan2(c,l)):(this._y=Math.atan2(-d,r),this._z=0);break;case"ZXY":this._x=Math.asin(tt(h,-1,1)),Math.abs(h)<.9999999?(this._y=Math.atan2(-d,p),this._z=Math.atan2(-o,l)):(this._y=0,this._z=Math.atan2(c,r));break;case"ZYX":this._y=Math.asin(-tt(d,-1,1)),Math.abs(d)<.9999999?(this._x=Math.atan2(h,p),this._z=Math.atan2(c,r)):(this._x=0,this._z=Math.atan2(-o,l));break;case"YZX":this._z=Math.asin(tt(c,-1,1)),Math.abs(c)<.9999999?(this._x=Math.atan2(-u,l),this._y=Math.atan2(-d,r)):(this._x=0,this._y=Math.atan2(a,p));break;case"XZY":this._z=Math.asin(-tt(o,-1,1)),Math.abs(o)<.9999999?(this._x=Math.atan2(h,l),this._y=Math.atan2(a,r)):(this._x=Math.atan2(-u,p),this._y=0);break;default:Ie("Euler: .setFromRotationMatrix() encountered an unknown order: "+t)}return this._order=t,i===!0&&this._onChangeCallback(),this}setFromQuaternion(e,t,i){return Yp.makeRotationFromQuaternion(e),this.setFromRotationMatrix(Yp,t,i)}setFromVector3(e,t=this._order){return this.set(e.x,e.y,e.z,t)}reorder(e){return Kp.setFromEuler(this),this.setFromQuaternion(Kp,e)}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._order===this._order}fromArray(e){return this._x=e[0],this._y=e[1],this._z=e[2],e[3]!==void 0&&(this._order=e[3]),this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._order,e}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._order}};Mi.DEFAULT_ORDER="XYZ";var Qr=class{constructor(){this.mask=1}set(e){this.mask=(1<<e|0)>>>0}enable(e){this.mask|=1<<e|0}enableAll(){this.mask=-1}toggle(e){this.mask^=1<<e|0}disable(e){this.mask&=~(1<<e|0)}disableAll(){this.mask=0}test(e){return(this.mask&e.mask)!==0}isEnabled(e){return(this.mask&(1<<e|0))!==0}},Qx=0,jp=new U,Dr=new Rn,Yi=new Xe,fl=new U,Fo=new U,e_=new U,t_=new Rn,Zp=new U(1,0,0),Jp=new U(0,1,0),Qp=new U(0,0,1),em={type:"added"},n_={type:"removed"},Ur={type:"childadded",child:null},sh={type:"childremoved",child:null},Dt=class n extends bi{constructor(){super(),this.isObject3D=!0,Object.defineProperty(this,"id",{value:Qx++}),this.uuid=Oi(),this.name="",this.type="Object3D",this.parent=null,this.children=[],this.up=n.DEFAULT_UP.clone();let e=new U,t=new Mi,i=new Rn,s=new U(1,1,1);function r(){i.setFromEuler(t,!1)}function o(){t.setFromQuaternion(i,void 0,!1)}t._onChange(r),i._onChange(o),Object.defineProperties(this,{position:{configurable:!0,enumerable:!0,value:e},rotation:{configurable:!0,enumerable:!0,value:t},quaternion:{configurable:!0,enumerable:!0,value:i},scale:{configurable:!0,enumerable:!0,value:s},modelViewMatrix:{value:new Xe},normalMatrix:{value:new He}}),this.matrix=new Xe,this.matrixWorld=new Xe,this.matrixAutoUpdate=n.DEFAULT_MATRIX_AUTO_UPDATE,this.matrixWorldAutoUpdate=n.DEFAULT_MATRIX_WORLD_AUTO_UPDATE,this.matrixWorldNeedsUpdate=!1,this.layers=new Qr,this.visible=!0,this.castShadow=!1,this.receiveShadow=!1,this.frustumCulled=!0,this.renderOrder=0,this.animations=[],this.customDepthMaterial=void 0,this.customDistanceMaterial=void 0,this.static=!1,this.userData={},this.pivot=null}onBeforeShadow(){}onAfterShadow(){}onBeforeRender(){}onAfterRender(){}applyMatrix4(e){this.matrixAutoUpdate&&this.updateMatrix(),this.matrix.premultiply(e),this.matrix.decompose(this.position,this.quaternion,this.scale),this.pivot!==null&&this.position.copy(this.pivot).applyMatrix4(this.matrix).sub(this.pivot)}applyQuaternion(e){return this.quaternion.premultiply(e),this}setRotationFromAxisAngle(e,t){this.quaternion.setFromAxisAngle(e,t)}setRotationFromEuler(e){this.quaternion.setFromEuler(e,!0)}setRotationFromMatrix(e){this.quaternion.setFromRotationMatrix(e)}setRotationFromQuaternion(e){this.quaternion.copy(e)}rotateOnAxis(e,t){return Dr.setFromAxisAngle(e,t),this.quaternion.multiply(Dr),this}rotateOnWorldAxis(e,t){return Dr.setFromAxisAngle(e,t),this.quaternion.premultiply(Dr),this}rotateX(e){return this.rotateOnAxis(Zp,e)}rotateY(e){return this.rotateOnAxis(Jp,e)}rotateZ(e){return this.rotateOnAxis(Qp,e)}translateOnAxis(e,t){return jp.copy(e).applyQuaternion(this.quaternion),this.position.add(jp.multiplyScalar(t)),this}translateX(e){return this.translateOnAxis(Zp,e)}translateY(e){return this.translateOnAxis(Jp,e)}translateZ(e){return this.translateOnAxis(Qp,e)}localToWorld(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(this.matrixWorld)}worldToLocal(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(Yi.copy(this.matrixWorld).invert())}lookAt(e,t,i){e.isVector3?fl.copy(e):fl.set(e,t,i);let s=this.parent;this.updateWorldMatrix(!0,!1),Fo.setFromMatrixPosition(this.matrixWorld),this.isCamera||this.isLight?Yi.lookAt(Fo,fl,this.up):Yi.lookAt(fl,Fo,this.up),this.quaternion.setFromRotationMatrix(Yi),s&&(Yi.extractRotation(s.matrixWorld),Dr.setFromRotationMatrix(Yi),this.quaternion.premultiply(Dr.invert()))}add(e){if(arguments.length>1){for(let t=0;t<arguments.length;t++)this.add(arguments[t]);return this}return e===this?(ze("Object3D.add: object can't be added as a child of itself.",e),this):(e&&e.isObject3D?(e.removeFromParent(),e.parent=this,this.children.push(e),e.dispatchEvent(em),Ur.child=e,this.dispatchEvent(Ur),Ur.child=null):ze("Object3D.add: object not an instance of THREE.Object3D.",e),this)}remove(e){if(arguments.length>1){for(let i=0;i<arguments.length;i++)this.remove(arguments[i]);return this}let t=this.children.indexOf(e);return t!==-1&&(e.parent=null,this.children.splice(t,1),e.dispatchEvent(n_),sh.child=e,this.dispatchEvent(sh),sh.child=null),this}removeFromParent(){let e=this.parent;return e!==null&&e.remove(this),this}clear(){return this.remove(...this.children)}attach(e){return this.updateWorldMatrix(!0,!1),Yi.copy(this.matrixWorld).invert(),e.parent!==null&&(e.parent.updateWorldMatrix(!0,!1),Yi.multiply(e.parent.matrixWorld)),e.applyMatrix4(Yi),e.removeFromParent(),e.parent=this,this.children.push(e),e.updateWorldMatrix(!1,!0),e.dispatchEvent(em),Ur.child=e,this.dispatchEvent(Ur),Ur.child=null,this}getObjectById(e){return this.getObjectByProperty("id",e)}getObjectByName(e){return this.getObjectByProperty("name",e)}getObjectByProperty(e,t){if(this[e]===t)return this;for(let i=0,s=this.children.length;i<s;i++){let o=this.children[i].getObjectByProperty(e,t);if(o!==void 0)return o}}getObjectsByProperty(e,t,i=[]){this[e]===t&&i.push(this);let s=this.children;for(let r=0,o=s.length;r<o;r++)s[r].getObjectsByProperty(e,t,i);return i}getWorldPosition(e){return this.updateWorldMatrix(!0,!1),e.setFromMatrixPosition(this.matrixWorld)}getWorldQuaternion(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(Fo,e,e_),e}getWorldScale(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(Fo,t_,e),e}getWorldDirection(e){this.updateWorldMatrix(!0,!1);let t=this.matrixWorld.elements;return e.set(t[8],t[9],t[10]).normalize()}raycast(){}intersectsFrustum(){return!0}traverse(e){e(this);let t=this.children;for(let i=0,s=t.length;i<s;i++)t[i].traverse(e)}traverseVisible(e){if(this.visible===!1)return;e(this);let t=this.children;for(let i=0,s=t.length;i<s;i++)t[i].traverseVisible(e)}traverseAncestors(e){let t=this.parent;t!==null&&(e(t),t.traverseAncestors(e))}updateMatrix(){this.matrix.compose(this.position,this.quaternion,this.scale);let e=this.pivot;if(e!==null){let t=e.x,i=e.y,s=e.z,r=this.matrix.elements;r[12]+=t-r[0]*t-r[4]*i-r[8]*s,r[13]+=i-r[1]*t-r[5]*i-r[9]*s,r[14]+=s-r[2]*t-r[6]*i-r[10]*s}this.matrixWorldNeedsUpdate=!0}updateMatrixWorld(e){this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||e)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,e=!0);let t=this.children;for(let i=0,s=t.length;i<s;i++)t[i].updateMatrixWorld(e)}updateWorldMatrix(e,t,i=!1){let s=this.parent;if(e===!0&&s!==null&&s.updateWorldMatrix(!0,!1),this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||i)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,i=!0),t===!0){let r=this.children;for(let o=0,a=r.length;o<a;o++)r[o].updateWorldMatrix(!1,!0,i)}}toJSON(e){let t=e===void 0||typeof e=="string",i={};t&&(e={geometries:{},materials:{},textures:{},images:{},shapes:{},skeletons:{},animations:{},nodes:{}},i.metadata={version:4.7,type:"Object",generator:"Object3D.toJSON"});let s={};s.uuid=this.uuid,s.type=this.type,s.name=this.name,s.castShadow=this.castShadow,s.receiveShadow=this.receiveShadow,s.visible=this.visible,s.frustumCulled=this.frustumCulled,s.renderOrder=this.renderOrder,s.static=this.static,s.matrixAutoUpdate=this.matrixAutoUpdate,Object.keys(this.userData).length>0&&(s.userData=this.userData),s.layers=this.layers.mask,s.matrix=this.matrix.toArray(),s.up=this.up.toArray(),this.pivot!==null&&(s.pivot=this.pivot.toArray()),this.morphTargetDictionary!==void 0&&(s.morphTargetDictionary=Object.assign({},this.morphTargetDictionary)),this.morphTargetInfluences!==void 0&&(s.morphTargetInfluences=this.morphTargetInfluences.slice()),this.isInstancedMesh&&(s.type="InstancedMesh",s.count=this.count,s.instanceMatrix=this.instanceMatrix.toJSON(),this.instanceColor!==null&&(s.instanceColor=this.instanceColor.toJSON())),this.isBatchedMesh&&(s.type="BatchedMesh",s.perObjectFrustumCulled=this.perObjectFrustumCulled,s.sortObjects=this.sortObjects,s.drawRanges=this._drawRanges,s.reservedRanges=this._reservedRanges,s.geometryInfo=this._geometryInfo.map(a=>({...a,boundingBox:a.boundingBox?a.boundingBox.toJSON():void 0,boundingSphere:a.boundingSphere?a.boundingSphere.toJSON():void 0})),s.instanceInfo=this._instanceInfo.map(a=>({...a})),s.availableInstanceIds=this._availableInstanceIds.slice(),s.availableGeometryIds=this._availableGeometryIds.slice(),s.nextIndexStart=this._nextIndexStart,s.nextVertexStart=this._nextVertexStart,s.geometryCount=this._geometryCount,s.maxInstanceCount=this._maxInstanceCount,s.maxVertexCount=this._maxVertexCount,s.maxIndexCount=this._maxIndexCount,s.geometryInitialized=this._geometryInitialized,s.matricesTexture=this._matricesTexture.toJSON(e),s.indirectTexture=this._indirectTexture.toJSON(e),this._colorsTexture!==null&&(s.colorsTexture=this._colorsTexture.toJSON(e)),this.boundingSphere!==null&&(s.boundingSphere=this.boundingSphere.toJSON()),this.boundingBox!==null&&(s.boundingBox=this.boundingBox.toJSON()));function r(a,c){return a[c.uuid]===void 0&&(a[c.uuid]=c.toJSON(e)),c.uuid}if(this.isScene)this.background&&(this.background.isColor?s.background=this.background.toJSON():this.background.isTexture&&(s.background=this.background.toJSON(e).uuid)),this.environment&&this.environment.isTexture&&this.environment.isRenderTargetTexture!==!0&&(s.environment=this.environment.toJSON(e).uuid);else if(this.isMesh||this.isLine||this.isPoints){s.geometry=r(e.geometries,this.geometry);let a=this.geometry.parameters;if(a!==void 0&&a.shapes!==void 0){let c=a.shapes;if(Array.isArray(c))for(let l=0,u=c.length;l<u;l++){let d=c[l];r(e.shapes,d)}else r(e.shapes,c)}}if(this.isSkinnedMesh&&(s.bindMode=this.bindMode,s.bindMatrix=this.bindMatrix.toArray(),this.skeleton!==void 0&&(r(e.skeletons,this.skeleton),s.skeleton=this.skeleton.uuid)),this.material!==void 0)if(Array.isArray(this.material)){let a=[];for(let c=0,l=this.material.length;c<l;c++)a.push(r(e.materials,this.material[c]));s.material=a}else s.material=r(e.materials,this.material);if(this.children.length>0){s.children=[];for(let a=0;a<this.children.length;a++)s.children.push(this.children[a].toJSON(e).object)}if(this.animations.length>0){s.animations=[];for(let a=0;a<this.animations.length;a++){let c=this.animations[a];s.animations.push(r(e.animations,c))}}if(t){let a=o(e.geometries),c=o(e.materials),l=o(e.textures),u=o(e.images),d=o(e.shapes),h=o(e.skeletons),p=o(e.animations),g=o(e.nodes);a.length>0&&(i.geometries=a),c.length>0&&(i.materials=c),l.length>0&&(i.textures=l),u.length>0&&(i.images=u),d.length>0&&(i.shapes=d),h.length>0&&(i.skeletons=h),p.length>0&&(i.animations=p),g.length>0&&(i.nodes=g)}return i.object=s,i;function o(a){let c=[];for(let l in a){let u=a[l];delete u.metadata,c.push(u)}return c}}clone(e){return new this.constructor().copy(this,e)}copy(e,t=!0){if(this.name=e.name,this.up.copy(e.up),this.position.copy(e.position),this.rotation.order=e.rotation.order,this.quaternion.copy(e.quaternion),this.scale.copy(e.scale),this.pivot=e.pivot!==null?e.pivot.clone():null,this.matrix.copy(e.matrix),this.matrixWorld.copy(e.matrixWorld),this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrixWorldAutoUpdate=e.matrixWorldAutoUpdate,this.matrixWorldNeedsUpdate=e.matrixWorldNeedsUpdate,this.layers.mask=e.layers.mask,this.visible=e.visible,this.castShadow=e.castShadow,this.receiveShadow=e.receiveShadow,this.frustumCulled=e.frustumCulled,this.renderOrder=e.renderOrder,this.static=e.static,this.animations=e.animations.slice(),this.userData=JSON.parse(JSON.stringify(e.userData)),t===!0)for(let i=0;i<e.children.length;i++){let s=e.children[i];this.add(s.clone())}return this}dispose(){this.dispatchEvent({type:"dispose"})}};Dt.DEFAULT_UP=new U(0,1,0);Dt.DEFAULT_MATRIX_AUTO_UPDATE=!0;Dt.DEFAULT_MATRIX_WORLD_AUTO_UPDATE=!0;var bn=class extends Dt{constructor(){super(),this.isGroup=!0,this.type="Group"}},i_={type:"move"},eo=class{constructor(){this._targetRay=null,this._grip=null,this._hand=null}getHandSpace(){return this._hand===null&&(this._hand=new bn,this._hand.matrixAutoUpdate=!1,this._hand.visible=!1,this._hand.joints={},this._hand.inputState={pinching:!1}),this._hand}getTargetRaySpace(){return this._targetRay===null&&(this._targetRay=new bn,this._targetRay.matrixAutoUpdate=!1,this._targetRay.visible=!1,this._targetRay.hasLinearVelocity=!1,this._targetRay.linearVelocity=new U,this._targetRay.hasAngularVelocity=!1,this._targetRay.angularVelocity=new U),this._targetRay}getGripSpace(){return this._grip===null&&(this._grip=new bn,this._grip.matrixAutoUpdate=!1,this._grip.visible=!1,this._grip.hasLinearVelocity=!1,this._grip.linearVelocity=new U,this._grip.hasAngularVelocity=!1,this._grip.angularVelocity=new U,this._grip.eventsEnabled=!1),this._grip}dispatchEvent(e){return this._targetRay!==null&&this._targetRay.dispatchEvent(e),this._grip!==null&&this._grip.dispatchEvent(e),this._hand!==null&&this._hand.dispatchEvent(e),this}connect(e){if(e&&e.hand){let t=this._hand;if(t)for(let i of e.hand.values())this._getHandJoint(t,i)}return this.dispatchEvent({type:"connected",data:e}),this}disconnect(e){return this.dispatchEvent({type:"disconnected",data:e}),this._targetRay!==null&&(this._targetRay.visible=!1),this._grip!==null&&(this._grip.visible=!1),this._hand!==null&&(this._hand.visible=!1),this}update(e,t,i){let s=null,r=null,o=null,a=this._targetRay,c=this._grip,l=this._hand;if(e&&t.session.visibilityState!=="visible-blurred"){if(l&&e.hand){o=!0;for(let y of e.hand.values()){let x=t.getJointPose(y,i),m=this._getHandJoint(l,y);x!==null&&(m.matrix.fromArray(x.transform.matrix),m.matrix.decompose(m.position,m.quaternion,m.scale),m.matrixWorldNeedsUpdate=!0,m.jointRadius=x.radius),m.visible=x!==null}let u=l.joints["index-finger-tip"],d=l.joints["thumb-tip"],h=u.position.distanceTo(d.position),p=.02,g=.005;l.inputState.pinching&&h>p+g?(l.inputState.pinching=!1,this.dispatchEvent({type:"pinchend",handedness:e.handedness,target:this})):!l.inputState.pinching&&h<=p-g&&(l.inputState.pinching=!0,this.dispatchEvent({type:"pinchstart",handedness:e.handedness,target:this}))}else c!==null&&e.gripSpace&&(r=t.getPose(e.gripSpace,i),r!==null&&(c.matrix.fromArray(r.transform.matrix),c.matrix.decompose(c.position,c.quaternion,c.scale),c.matrixWorldNeedsUpdate=!0,r.linearVelocity?(c.hasLinearVelocity=!0,c.linearVelocity.copy(r.linearVelocity)):c.hasLinearVelocity=!1,r.angularVelocity?(c.hasAngularVelocity=!0,c.angularVelocity.copy(r.angularVelocity)):c.hasAngularVelocity=!1,c.eventsEnabled&&c.dispatchEvent({type:"gripUpdated",data:e,target:this})));a!==null&&(s=t.getPose(e.targetRaySpace,i),s===null&&r!==null&&(s=r),s!==null&&(a.matrix.fromArray(s.transform.matrix),a.matrix.decompose(a.position,a.quaternion,a.scale),a.matrixWorldNeedsUpdate=!0,s.linearVelocity?(a.hasLinearVelocity=!0,a.linearVelocity.copy(s.linearVelocity)):a.hasLinearVelocity=!1,s.angularVelocity?(a.hasAngularVelocity=!0,a.angularVelocity.copy(s.angularVelocity)):a.hasAngularVelocity=!1,this.dispatchEvent(i_)))}return a!==null&&(a.visible=s!==null),c!==null&&(c.visible=r!==null),l!==null&&(l.visible=o!==null),this}_getHandJoint(e,t){if(e.joints[t.jointName]===void 0){let i=new bn;i.matrixAutoUpdate=!1,i.visible=!1,e.joints[t.jointName]=i,e.add(i)}return e.joints[t.jointName]}},mg={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074},ys={h:0,s:0,l:0},pl={h:0,s:0,l:0};function rh(n,e,t){return t<0&&(t+=1),t>1&&(t-=1),t<1/6?n+(e-n)*6*t:t<1/2?e:t<2/3?n+(e-n)*6*(2/3-t):n}var pe=class{constructor(e,t,i){return this.isColor=!0,this.r=1,this.g=1,this.b=1,this.set(e,t,i)}set(e,t,i){if(t===void 0&&i===void 0){let s=e;s&&s.isColor?this.copy(s):typeof s=="number"?this.setHex(s):typeof s=="string"&&this.setStyle(s)}else this.setRGB(e,t,i);return this}setScalar(e){return this.r=e,this.g=e,this.b=e,this}setHex(e,t=xt){return e=Math.floor(e),this.r=(e>>16&255)/255,this.g=(e>>8&255)/255,this.b=(e&255)/255,et.colorSpaceToWorking(this,t),this}setRGB(e,t,i,s=et.workingColorSpace){return this.r=e,this.g=t,this.b=i,et.colorSpaceToWorking(this,s),this}setHSL(e,t,i,s=et.workingColorSpace){if(e=ld(e,1),t=tt(t,0,1),i=tt(i,0,1),t===0)this.r=this.g=this.b=i;else{let r=i<=.5?i*(1+t):i+t-i*t,o=2*i-r;this.r=rh(o,r,e+1/3),this.g=rh(o,r,e),this.b=rh(o,r,e-1/3)}return et.colorSpaceToWorking(this,s),this}setStyle(e,t=xt){function i(r){r!==void 0&&parseFloat(r)<1&&Ie("Color: Alpha component of "+e+" will be ignored.")}let s;if(s=/^(\w+)\(([^\)]*)\)/.exec(e)){let r,o=s[1],a=s[2];switch(o){case"rgb":case"rgba":if(r=/^\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return i(r[4]),this.setRGB(Math.min(255,parseInt(r[1],10))/255,Math.min(255,parseInt(r[2],10))/255,Math.min(255,parseInt(r[3],10))/255,t);if(r=/^\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return i(r[4]),this.setRGB(Math.min(100,parseFloat(r[1]))/100,Math.min(100,parseFloat(r[2]))/100,Math.min(100,parseFloat(r[3]))/100,t);break;case"hsl":case"hsla":if(r=/^\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+))\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return i(r[4]),this.setHSL(parseFloat(r[1])/360,parseFloat(r[2])/100,parseFloat(r[3])/100,t);break;default:Ie("Color: Unknown color model "+e)}}else if(s=/^\#([A-Fa-f\d]+)$/.exec(e)){let r=s[1],o=r.length;if(o===3)return this.setRGB(parseInt(r.charAt(0),16)/15,parseInt(r.charAt(1),16)/15,parseInt(r.charAt(2),16)/15,t);if(o===6)return this.setHex(parseInt(r,16),t);Ie("Color: Invalid hex color "+e)}else if(e&&e.length>0)return this.setColorName(e,t);return this}setColorName(e,t=xt){let i=mg[e.toLowerCase()];return i!==void 0?this.setHex(i,t):Ie("Color: Unknown color "+e),this}clone(){return new this.constructor(this.r,this.g,this.b)}copy(e){return this.r=e.r,this.g=e.g,this.b=e.b,this}copySRGBToLinear(e){return this.r=es(e.r),this.g=es(e.g),this.b=es(e.b),this}copyLinearToSRGB(e){return this.r=qr(e.r),this.g=qr(e.g),this.b=qr(e.b),this}convertSRGBToLinear(){return this.copySRGBToLinear(this),this}convertLinearToSRGB(){return this.copyLinearToSRGB(this),this}getHex(e=xt){return et.workingToColorSpace(An.copy(this),e),Math.round(tt(An.r*255,0,255))*65536+Math.round(tt(An.g*255,0,255))*256+Math.round(tt(An.b*255,0,255))}getHexString(e=xt){return("000000"+this.getHex(e).toString(16)).slice(-6)}getHSL(e,t=et.workingColorSpace){et.workingToColorSpace(An.copy(this),t);let i=An.r,s=An.g,r=An.b,o=Math.max(i,s,r),a=Math.min(i,s,r),c,l,u=(a+o)/2;if(a===o)c=0,l=0;else{let d=o-a;switch(l=u<=.5?d/(o+a):d/(2-o-a),o){case i:c=(s-r)/d+(s<r?6:0);break;case s:c=(r-i)/d+2;break;case r:c=(i-s)/d+4;break}c/=6}return e.h=c,e.s=l,e.l=u,e}getRGB(e,t=et.workingColorSpace){return et.workingToColorSpace(An.copy(this),t),e.r=An.r,e.g=An.g,e.b=An.b,e}getStyle(e=xt){et.workingToColorSpace(An.copy(this),e);let t=An.r,i=An.g,s=An.b;return e!==xt?`color(${e} ${t.toFixed(3)} ${i.toFixed(3)} ${s.toFixed(3)})`:`rgb(${Math.round(t*255)},${Math.round(i*255)},${Math.round(s*255)})`}offsetHSL(e,t,i){return this.getHSL(ys),this.setHSL(ys.h+e,ys.s+t,ys.l+i)}add(e){return this.r+=e.r,this.g+=e.g,this.b+=e.b,this}addColors(e,t){return this.r=e.r+t.r,this.g=e.g+t.g,this.b=e.b+t.b,this}addScalar(e){return this.r+=e,this.g+=e,this.b+=e,this}sub(e){return this.r=Math.max(0,this.r-e.r),this.g=Math.max(0,this.g-e.g),this.b=Math.max(0,this.b-e.b),this}multiply(e){return this.r*=e.r,this.g*=e.g,this.b*=e.b,this}multiplyScalar(e){return this.r*=e,this.g*=e,this.b*=e,this}lerp(e,t){return this.r+=(e.r-this.r)*t,this.g+=(e.g-this.g)*t,this.b+=(e.b-this.b)*t,this}lerpColors(e,t,i){return this.r=e.r+(t.r-e.r)*i,this.g=e.g+(t.g-e.g)*i,this.b=e.b+(t.b-e.b)*i,this}lerpHSL(e,t){this.getHSL(ys),e.getHSL(pl);let i=Yo(ys.h,pl.h,t),s=Yo(ys.s,pl.s,t),r=Yo(ys.l,pl.l,t);return this.setHSL(i,s,r),this}setFromVector3(e){return this.r=e.x,this.g=e.y,this.b=e.z,this}applyMatrix3(e){let t=this.r,i=this.g,s=this.b,r=e.elements;return this.r=r[0]*t+r[3]*i+r[6]*s,this.g=r[1]*t+r[4]*i+r[7]*s,this.b=r[2]*t+r[5]*i+r[8]*s,this}equals(e){return e.r===this.r&&e.g===this.g&&e.b===this.b}fromArray(e,t=0){return this.r=e[t],this.g=e[t+1],this.b=e[t+2],this}toArray(e=[],t=0){return e[t]=this.r,e[t+1]=this.g,e[t+2]=this.b,e}fromBufferAttribute(e,t){return this.r=e.getX(t),this.g=e.getY(t),this.b=e.getZ(t),this}toJSON(){return this.getHex()}*[Symbol.iterator](){yield this.r,yield this.g,yield this.b}},An=new pe;pe.NAMES=mg;var ns=class extends Dt{constructor(){super(),this.isScene=!0,this.type="Scene",this.background=null,this.environment=null,this.fog=null,this.backgroundBlurriness=0,this.backgroundIntensity=1,this.backgroundRotation=new Mi,this.environmentIntensity=1,this.environmentRotation=new Mi,this.overrideMaterial=null,typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}copy(e,t){return super.copy(e,t),this.background=e.background!==null?e.background.clone():null,this.environment=e.environment!==null?e.environment.clone():null,this.fog=e.fog!==null?e.fog.clone():null,this.backgroundBlurriness=e.backgroundBlurriness,this.backgroundIntensity=e.backgroundIntensity,this.backgroundRotation.copy(e.backgroundRotation),this.environmentIntensity=e.environmentIntensity,this.environmentRotation.copy(e.environmentRotation),this.overrideMaterial=e.overrideMaterial!==null?e.overrideMaterial.clone():null,this.matrixAutoUpdate=e.matrixAutoUpdate,this}toJSON(e){let t=super.toJSON(e);return this.fog!==null&&(t.object.fog=this.fog.toJSON()),t.object.backgroundBlurriness=this.backgroundBlurriness,t.object.backgroundIntensity=this.backgroundIntensity,t.object.backgroundRotation=this.backgroundRotation.toArray(),t.object.environmentIntensity=this.environmentIntensity,t.object.environmentRotation=this.environmentRotation.toArray(),t}},vi=new U,Ki=new U,oh=new U,ji=new U,kr=new U,Or=new U,tm=new U,ah=new U,lh=new U,ch=new U,uh=new Tt,hh=new Tt,dh=new Tt,Ts=class n{constructor(e=new U,t=new U,i=new U){this.a=e,this.b=t,this.c=i}static getNormal(e,t,i,s){s.subVectors(i,t),vi.subVectors(e,t),s.cross(vi);let r=s.lengthSq();return r>0?s.multiplyScalar(1/Math.sqrt(r)):s.set(0,0,0)}static getBarycoord(e,t,i,s,r){vi.subVectors(s,t),Ki.subVectors(i,t),oh.subVectors(e,t);let o=vi.dot(vi),a=vi.dot(Ki),c=vi.dot(oh),l=Ki.dot(Ki),u=Ki.dot(oh),d=o*l-a*a;if(d===0)return r.set(0,0,0),null;let h=1/d,p=(l*c-a*u)*h,g=(o*u-a*c)*h;return r.set(1-p-g,g,p)}static containsPoint(e,t,i,s){return this.getBarycoord(e,t,i,s,ji)===null?!1:ji.x>=0&&ji.y>=0&&ji.x+ji.y<=1}static getInterpolation(e,t,i,s,r,o,a,c){return this.getBarycoord(e,t,i,s,ji)===null?(c.x=0,c.y=0,"z"in c&&(c.z=0),"w"in c&&(c.w=0),null):(c.setScalar(0),c.addScaledVector(r,ji.x),c.addScaledVector(o,ji.y),c.addScaledVector(a,ji.z),c)}static getInterpolatedAttribute(e,t,i,s,r,o){return uh.setScalar(0),hh.setScalar(0),dh.setScalar(0),uh.fromBufferAttribute(e,t),hh.fromBufferAttribute(e,i),dh.fromBufferAttribute(e,s),o.setScalar(0),o.addScaledVector(uh,r.x),o.addScaledVector(hh,r.y),o.addScaledVector(dh,r.z),o}static isFrontFacing(e,t,i,s){return vi.subVectors(i,t),Ki.subVectors(e,t),vi.cross(Ki).dot(s)<0}set(e,t,i){return this.a.copy(e),this.b.copy(t),this.c.copy(i),this}setFromPointsAndIndices(e,t,i,s){return this.a.copy(e[t]),this.b.copy(e[i]),this.c.copy(e[s]),this}setFromAttributeAndIndices(e,t,i,s){return this.a.fromBufferAttribute(e,t),this.b.fromBufferAttribute(e,i),this.c.fromBufferAttribute(e,s),this}clone(){return new this.constructor().copy(this)}copy(e){return this.a.copy(e.a),this.b.copy(e.b),this.c.copy(e.c),this}getArea(){return vi.subVectors(this.c,this.b),Ki.subVectors(this.a,this.b),vi.cross(Ki).length()*.5}getMidpoint(e){return e.addVectors(this.a,this.b).add(this.c).multiplyScalar(1/3)}getNormal(e){return n.getNormal(this.a,this.b,this.c,e)}getPlane(e){return e.setFromCoplanarPoints(this.a,this.b,this.c)}getBarycoord(e,t){return n.getBarycoord(e,this.a,this.b,this.c,t)}getInterpolation(e,t,i,s,r){return n.getInterpolation(e,this.a,this.b,this.c,t,i,s,r)}containsPoint(e){return n.containsPoint(e,this.a,this.b,this.c)}isFrontFacing(e){return n.isFrontFacing(this.a,this.b,this.c,e)}intersectsBox(e){return e.intersectsTriangle(this)}closestPointToPoint(e,t){let i=this.a,s=this.b,r=this.c,o,a;kr.subVectors(s,i),Or.subVectors(r,i),ah.subVectors(e,i);let c=kr.dot(ah),l=Or.dot(ah);if(c<=0&&l<=0)return t.copy(i);lh.subVectors(e,s);let u=kr.dot(lh),d=Or.dot(lh);if(u>=0&&d<=u)return t.copy(s);let h=c*d-u*l;if(h<=0&&c>=0&&u<=0&&c-u>0)return o=c/(c-u),t.copy(i).addScaledVector(kr,o);ch.subVectors(e,r);let p=kr.dot(ch),g=Or.dot(ch);if(g>=0&&p<=g)return t.copy(r);let y=p*l-c*g;if(y<=0&&l>=0&&g<=0)return a=l/(l-g),t.copy(i).addScaledVector(Or,a);let x=u*g-p*d;if(x<=0&&d-u>=0&&p-g>=0)return tm.subVectors(r,s),a=(d-u)/(d-u+(p-g)),t.copy(s).addScaledVector(tm,a);let m=1/(x+y+h);return o=y*m,a=h*m,t.copy(i).addScaledVector(kr,o).addScaledVector(Or,a)}equals(e){return e.a.equals(this.a)&&e.b.equals(this.b)&&e.c.equals(this.c)}},Cn=class{constructor(e=new U(1/0,1/0,1/0),t=new U(-1/0,-1/0,-1/0)){this.isBox3=!0,this.min=e,this.max=t}set(e,t){return this.min.copy(e),this.max.copy(t),this}setFromArray(e){this.makeEmpty();for(let t=0,i=e.length;t<i;t+=3)this.expandByPoint(yi.fromArray(e,t));return this}setFromBufferAttribute(e){this.makeEmpty();for(let t=0,i=e.count;t<i;t++)this.expandByPoint(yi.fromBufferAttribute(e,t));return this}setFromPoints(e){this.makeEmpty();for(let t=0,i=e.length;t<i;t++)this.expandByPoint(e[t]);return this}setFromCenterAndSize(e,t){let i=yi.copy(t).multiplyScalar(.5);return this.min.copy(e).sub(i),this.max.copy(e).add(i),this}setFromObject(e,t=!1){return this.makeEmpty(),this.expandByObject(e,t)}clone(){return new this.constructor().copy(this)}copy(e){return this.min.copy(e.min),this.max.copy(e.max),this}makeEmpty(){return this.min.x=this.min.y=this.min.z=1/0,this.max.x=this.max.y=this.max.z=-1/0,this}isEmpty(){return this.max.x<this.min.x||this.max.y<this.min.y||this.max.z<this.min.z}getCenter(e){return this.isEmpty()?e.set(0,0,0):e.addVectors(this.min,this.max).multiplyScalar(.5)}getSize(e){return this.isEmpty()?e.set(0,0,0):e.subVectors(this.max,this.min)}expandByPoint(e){return this.min.min(e),this.max.max(e),this}expandByVector(e){return this.min.sub(e),this.max.add(e),this}expandByScalar(e){return this.min.addScalar(-e),this.max.addScalar(e),this}expandByObject(e,t=!1){e.updateWorldMatrix(!1,!1);let i=e.geometry;if(i!==void 0){let r=i.getAttribute("position");if(t===!0&&r!==void 0&&e.isInstancedMesh!==!0&&e.isBatchedMesh!==!0)for(let o=0,a=r.count;o<a;o++)e.isMesh===!0?e.getVertexPosition(o,yi):yi.fromBufferAttribute(r,o),yi.applyMatrix4(e.matrixWorld),this.expandByPoint(yi);else e.boundingBox!==void 0?(e.boundingBox===null&&e.computeBoundingBox(),ml.copy(e.boundingBox)):(i.boundingBox===null&&i.computeBoundingBox(),ml.copy(i.boundingBox)),ml.applyMatrix4(e.matrixWorld),this.union(ml)}let s=e.children;for(let r=0,o=s.length;r<o;r++)this.expandByObject(s[r],t);return this}containsPoint(e){return e.x>=this.min.x&&e.x<=this.max.x&&e.y>=this.min.y&&e.y<=this.max.y&&e.z>=this.min.z&&e.z<=this.max.z}containsBox(e){return this.min.x<=e.min.x&&e.max.x<=this.max.x&&this.min.y<=e.min.y&&e.max.y<=this.max.y&&this.min.z<=e.min.z&&e.max.z<=this.max.z}getParameter(e,t){return t.set((e.x-this.min.x)/(this.max.x-this.min.x),(e.y-this.min.y)/(this.max.y-this.min.y),(e.z-this.min.z)/(this.max.z-this.min.z))}intersectsBox(e){return e.max.x>=this.min.x&&e.min.x<=this.max.x&&e.max.y>=this.min.y&&e.min.y<=this.max.y&&e.max.z>=this.min.z&&e.min.z<=this.max.z}intersectsSphere(e){return this.clampPoint(e.center,yi),yi.distanceToSquared(e.center)<=e.radius*e.radius}intersectsPlane(e){let t,i;return e.normal.x>0?(t=e.normal.x*this.min.x,i=e.normal.x*this.max.x):(t=e.normal.x*this.max.x,i=e.normal.x*this.min.x),e.normal.y>0?(t+=e.normal.y*this.min.y,i+=e.normal.y*this.max.y):(t+=e.normal.y*this.max.y,i+=e.normal.y*this.min.y),e.normal.z>0?(t+=e.normal.z*this.min.z,i+=e.normal.z*this.max.z):(t+=e.normal.z*this.max.z,i+=e.normal.z*this.min.z),t<=-e.constant&&i>=-e.constant}intersectsTriangle(e){if(this.isEmpty())return!1;this.getCenter(Bo),gl.subVectors(this.max,Bo),Fr.subVectors(e.a,Bo),Br.subVectors(e.b,Bo),zr.subVectors(e.c,Bo),bs.subVectors(Br,Fr),Ms.subVectors(zr,Br),Qs.subVectors(Fr,zr);let t=[0,-bs.z,bs.y,0,-Ms.z,Ms.y,0,-Qs.z,Qs.y,bs.z,0,-bs.x,Ms.z,0,-Ms.x,Qs.z,0,-Qs.x,-bs.y,bs.x,0,-Ms.y,Ms.x,0,-Qs.y,Qs.x,0];return!fh(t,Fr,Br,zr,gl)||(t=[1,0,0,0,1,0,0,0,1],!fh(t,Fr,Br,zr,gl))?!1:(xl.crossVectors(bs,Ms),t=[xl.x,xl.y,xl.z],fh(t,Fr,Br,zr,gl))}clampPoint(e,t){return t.copy(e).clamp(this.min,this.max)}distanceToPoint(e){return this.clampPoint(e,yi).distanceTo(e)}getBoundingSphere(e){return this.isEmpty()?e.makeEmpty():(this.getCenter(e.center),e.radius=this.getSize(yi).length()*.5),e}intersect(e){return this.min.max(e.min),this.max.min(e.max),this.isEmpty()&&this.makeEmpty(),this}union(e){return this.min.min(e.min),this.max.max(e.max),this}applyMatrix4(e){return this.isEmpty()?this:(Zi[0].set(this.min.x,this.min.y,this.min.z).applyMatrix4(e),Zi[1].set(this.min.x,this.min.y,this.max.z).applyMatrix4(e),Zi[2].set(this.min.x,this.max.y,this.min.z).applyMatrix4(e),Zi[3].set(this.min.x,this.max.y,this.max.z).applyMatrix4(e),Zi[4].set(this.max.x,this.min.y,this.min.z).applyMatrix4(e),Zi[5].set(this.max.x,this.min.y,this.max.z).applyMatrix4(e),Zi[6].set(this.max.x,this.max.y,this.min.z).applyMatrix4(e),Zi[7].set(this.max.x,this.max.y,this.max.z).applyMatrix4(e),this.setFromPoints(Zi),this)}translate(e){return this.min.add(e),this.max.add(e),this}equals(e){return e.min.equals(this.min)&&e.max.equals(this.max)}toJSON(){return{min:this.min.toArray(),max:this.max.toArray()}}fromJSON(e){return this.min.fromArray(e.min),this.max.fromArray(e.max),this}},Zi=[new U,new U,new U,new U,new U,new U,new U,new U],yi=new U,ml=new Cn,Fr=new U,Br=new U,zr=new U,bs=new U,Ms=new U,Qs=new U,Bo=new U,gl=new U,xl=new U,er=new U;function fh(n,e,t,i,s){for(let r=0,o=n.length-3;r<=o;r+=3){er.fromArray(n,r);let a=s.x*Math.abs(er.x)+s.y*Math.abs(er.y)+s.z*Math.abs(er.z),c=e.dot(er),l=t.dot(er),u=i.dot(er);if(Math.max(-Math.max(c,l,u),Math.min(c,l,u))>a)return!1}return!0}var Qt=new U,_l=new Ne,s_=0,At=class extends bi{constructor(e,t,i=!1){if(super(),Array.isArray(e))throw new TypeError("THREE.BufferAttribute: array should be a Typed Array.");this.isBufferAttribute=!0,Object.defineProperty(this,"id",{value:s_++}),this.name="",this.array=e,this.itemSize=t,this.count=e!==void 0?e.length/t:0,this.normalized=i,this.usage=od,this.updateRanges=[],this.gpuType=jn,this.version=0,this._normalizationScale=e!==void 0?Yc(e):void 0}onUploadCallback(){}set needsUpdate(e){e===!0&&this.version++}setUsage(e){return this.usage=e,this}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}copy(e){return this.name=e.name,this.array=new e.array.constructor(e.array),this.itemSize=e.itemSize,this.count=e.count,this.normalized=e.normalized,this.usage=e.usage,this.gpuType=e.gpuType,this._normalizationScale=e._normalizationScale,this}copyAt(e,t,i){e*=this.itemSize,i*=t.itemSize;for(let s=0,r=this.itemSize;s<r;s++)this.array[e+s]=t.array[i+s];return this}copyArray(e){return this.array.set(e),this}applyMatrix3(e){if(this.itemSize===2)for(let t=0,i=this.count;t<i;t++)_l.fromBufferAttribute(this,t),_l.applyMatrix3(e),this.setXY(t,_l.x,_l.y);else if(this.itemSize===3)for(let t=0,i=this.count;t<i;t++)Qt.fromBufferAttribute(this,t),Qt.applyMatrix3(e),this.setXYZ(t,Qt.x,Qt.y,Qt.z);return this}applyMatrix4(e){for(let t=0,i=this.count;t<i;t++)Qt.fromBufferAttribute(this,t),Qt.applyMatrix4(e),this.setXYZ(t,Qt.x,Qt.y,Qt.z);return this}applyNormalMatrix(e){for(let t=0,i=this.count;t<i;t++)Qt.fromBufferAttribute(this,t),Qt.applyNormalMatrix(e),this.setXYZ(t,Qt.x,Qt.y,Qt.z);return this}transformDirection(e){for(let t=0,i=this.count;t<i;t++)Qt.fromBufferAttribute(this,t),Qt.transformDirection(e),this.setXYZ(t,Qt.x,Qt.y,Qt.z);return this}set(e,t=0){return this.array.set(e,t),this}getComponent(e,t){let i=this.array[e*this.itemSize+t];return this.normalized&&(i=this._denormalize(i)),i}setComponent(e,t,i){return this.normalized&&(i=this._normalize(i)),this.array[e*this.itemSize+t]=i,this}getX(e){let t=this.array[e*this.itemSize];return this.normalized&&(t=this._denormalize(t)),t}setX(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize]=t,this}getY(e){let t=this.array[e*this.itemSize+1];return this.normalized&&(t=this._denormalize(t)),t}setY(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+1]=t,this}getZ(e){let t=this.array[e*this.itemSize+2];return this.normalized&&(t=this._denormalize(t)),t}setZ(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+2]=t,this}getW(e){let t=this.array[e*this.itemSize+3];return this.normalized&&(t=this._denormalize(t)),t}setW(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+3]=t,this}setXY(e,t,i){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),i=this._normalize(i)),this.array[e+0]=t,this.array[e+1]=i,this}setXYZ(e,t,i,s){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),i=this._normalize(i),s=this._normalize(s)),this.array[e+0]=t,this.array[e+1]=i,this.array[e+2]=s,this}setXYZW(e,t,i,s,r){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),i=this._normalize(i),s=this._normalize(s),r=this._normalize(r)),this.array[e+0]=t,this.array[e+1]=i,this.array[e+2]=s,this.array[e+3]=r,this}onUpload(e){return this.onUploadCallback=e,this}clone(){return new this.constructor(this.array,this.itemSize).copy(this)}toJSON(){let e={itemSize:this.itemSize,type:this.array.constructor.name,array:Array.from(this.array),normalized:this.normalized};return e.name=this.name,e.usage=this.usage,e.gpuType=this.gpuType,e}dispose(){this.dispatchEvent({type:"dispose"})}_denormalize(e){let t=this._normalizationScale;return t!==void 0?Math.max(e/t,-1):ud(e,this.array)}_normalize(e){let t=this._normalizationScale;return t!==void 0?Math.round(e*t):hd(e,this.array)}},Jo=class extends At{constructor(e,t,i){super(new Int8Array(e),t,i)}},Qo=class extends At{constructor(e,t,i){super(new Uint8Array(e),t,i)}};var ea=class extends At{constructor(e,t,i){super(new Int16Array(e),t,i)}},ar=class extends At{constructor(e,t,i){super(new Uint16Array(e),t,i)}},ta=class extends At{constructor(e,t,i){super(new Int32Array(e),t,i)}},lr=class extends At{constructor(e,t,i){super(new Uint32Array(e),t,i)}};var ht=class extends At{constructor(e,t,i){super(new Float32Array(e),t,i)}},r_=new Cn,zo=new U,ph=new U,Hn=class{constructor(e=new U,t=-1){this.isSphere=!0,this.center=e,this.radius=t}set(e,t){return this.center.copy(e),this.radius=t,this}setFromPoints(e,t){let i=this.center;t!==void 0?i.copy(t):r_.setFromPoints(e).getCenter(i);let s=0;for(let r=0,o=e.length;r<o;r++)s=Math.max(s,i.distanceToSquared(e[r]));return this.radius=Math.sqrt(s),this}copy(e){return this.center.copy(e.center),this.radius=e.radius,this}isEmpty(){return this.radius<0}makeEmpty(){return this.center.set(0,0,0),this.radius=-1,this}containsPoint(e){return e.distanceToSquared(this.center)<=this.radius*this.radius}distanceToPoint(e){return e.distanceTo(this.center)-this.radius}intersectsSphere(e){let t=this.radius+e.radius;return e.center.distanceToSquared(this.center)<=t*t}intersectsBox(e){return e.intersectsSphere(this)}intersectsPlane(e){return Math.abs(e.distanceToPoint(this.center))<=this.radius}clampPoint(e,t){let i=this.center.distanceToSquared(e);return t.copy(e),i>this.radius*this.radius&&(t.sub(this.center).normalize(),t.multiplyScalar(this.radius).add(this.center)),t}getBoundingBox(e){return this.isEmpty()?(e.makeEmpty(),e):(e.set(this.center,this.center),e.expandByScalar(this.radius),e)}applyMatrix4(e){return this.center.applyMatrix4(e),this.radius=this.radius*e.getMaxScaleOnAxis(),this}translate(e){return this.center.add(e),this}expandByPoint(e){if(this.isEmpty())return this.center.copy(e),this.radius=0,this;zo.subVectors(e,this.center);let t=zo.lengthSq();if(t>this.radius*this.radius){let i=Math.sqrt(t),s=(i-this.radius)*.5;this.center.addScaledVector(zo,s/i),this.radius+=s}return this}union(e){return e.isEmpty()?this:this.isEmpty()?(this.copy(e),this):(this.center.equals(e.center)===!0?this.radius=Math.max(this.radius,e.radius):(ph.subVectors(e.center,this.center).setLength(e.radius),this.expandByPoint(zo.copy(e.center).add(ph)),this.expandByPoint(zo.copy(e.center).sub(ph))),this)}equals(e){return e.center.equals(this.center)&&e.radius===this.radius}clone(){return new this.constructor().copy(this)}toJSON(){return{radius:this.radius,center:this.center.toArray()}}fromJSON(e){return this.radius=e.radius,this.center.fromArray(e.center),this}},o_=0,ni=new Xe,mh=new Dt,Vr=new U,Kn=new Cn,Vo=new Cn,gn=new U,Nt=class n extends bi{constructor(){super(),this.isBufferGeometry=!0,Object.defineProperty(this,"id",{value:o_++}),this.uuid=Oi(),this.name="",this.type="BufferGeometry",this.index=null,this.indirect=null,this.indirectOffset=0,this.attributes={},this.morphAttributes={},this.morphTargetsRelative=!1,this.groups=[],this.boundingBox=null,this.boundingSphere=null,this.drawRange={start:0,count:1/0},this.userData={},this._transformed=!1}getIndex(){return this.index}setIndex(e){return Array.isArray(e)?this.index=new(Ix(e)?lr:ar)(e,1):this.index=e,this}setIndirect(e,t=0){return this.indirect=e,this.indirectOffset=t,this}getIndirect(){return this.indirect}getAttribute(e){return this.attributes[e]}setAttribute(e,t){return this.attributes[e]=t,this}deleteAttribute(e){return delete this.attributes[e],this}hasAttribute(e){return this.attributes[e]!==void 0}addGroup(e,t,i=0){this.groups.push({start:e,count:t,materialIndex:i})}clearGroups(){this.groups=[]}setDrawRange(e,t){this.drawRange.start=e,this.drawRange.count=t}applyMatrix4(e){let t=this.attributes.position;t!==void 0&&(t.applyMatrix4(e),t.needsUpdate=!0);let i=this.attributes.normal;if(i!==void 0){let r=new He().getNormalMatrix(e);i.applyNormalMatrix(r),i.needsUpdate=!0}let s=this.attributes.tangent;return s!==void 0&&(s.transformDirection(e),s.needsUpdate=!0),this.boundingBox!==null&&this.computeBoundingBox(),this.boundingSphere!==null&&this.computeBoundingSphere(),this._transformed=!0,this}applyQuaternion(e){return ni.makeRotationFromQuaternion(e),this.applyMatrix4(ni),this}rotateX(e){return ni.makeRotationX(e),this.applyMatrix4(ni),this}rotateY(e){return ni.makeRotationY(e),this.applyMatrix4(ni),this}rotateZ(e){return ni.makeRotationZ(e),this.applyMatrix4(ni),this}translate(e,t,i){return ni.makeTranslation(e,t,i),this.applyMatrix4(ni),this}scale(e,t,i){return ni.makeScale(e,t,i),this.applyMatrix4(ni),this}lookAt(e){return mh.lookAt(e),mh.updateMatrix(),this.applyMatrix4(mh.matrix),this}center(){return this.computeBoundingBox(),this.boundingBox.getCenter(Vr).negate(),this.translate(Vr.x,Vr.y,Vr.z),this}setFromPoints(e){let t=this.getAttribute("position");if(t===void 0){let i=[];for(let s=0,r=e.length;s<r;s++){let o=e[s];i.push(o.x,o.y,o.z||0)}this.setAttribute("position",new ht(i,3))}else{let i=Math.min(e.length,t.count);for(let s=0;s<i;s++){let r=e[s];t.setXYZ(s,r.x,r.y,r.z||0)}e.length>t.count&&Ie("BufferGeometry: Buffer size too small for points data. Use .dispose() and create a new geometry."),t.needsUpdate=!0}return this}computeBoundingBox(){this.boundingBox===null&&(this.boundingBox=new Cn);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){ze("BufferGeometry.computeBoundingBox(): GLBufferAttribute requires a manual bounding box.",this),this.boundingBox.set(new U(-1/0,-1/0,-1/0),new U(1/0,1/0,1/0));return}if(e!==void 0){if(this.boundingBox.setFromBufferAttribute(e),t)for(let i=0,s=t.length;i<s;i++){let r=t[i];Kn.setFromBufferAttribute(r),this.morphTargetsRelative?(gn.addVectors(this.boundingBox.min,Kn.min),this.boundingBox.expandByPoint(gn),gn.addVectors(this.boundingBox.max,Kn.max),this.boundingBox.expandByPoint(gn)):(this.boundingBox.expandByPoint(Kn.min),this.boundingBox.expandByPoint(Kn.max))}}else this.boundingBox.makeEmpty();(isNaN(this.boundingBox.min.x)||isNaN(this.boundingBox.min.y)||isNaN(this.boundingBox.min.z))&&ze('BufferGeometry.computeBoundingBox(): Computed min/max have NaN values. The "position" attribute is likely to have NaN values.',this)}computeBoundingSphere(){this.boundingSphere===null&&(this.boundingSphere=new Hn);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){ze("BufferGeometry.computeBoundingSphere(): GLBufferAttribute requires a manual bounding sphere.",this),this.boundingSphere.set(new U,1/0);return}if(e){let i=this.boundingSphere.center;if(Kn.setFromBufferAttribute(e),t)for(let r=0,o=t.length;r<o;r++){let a=t[r];Vo.setFromBufferAttribute(a),this.morphTargetsRelative?(gn.addVectors(Kn.min,Vo.min),Kn.expandByPoint(gn),gn.addVectors(Kn.max,Vo.max),Kn.expandByPoint(gn)):(Kn.expandByPoint(Vo.min),Kn.expandByPoint(Vo.max))}Kn.getCenter(i);let s=0;for(let r=0,o=e.count;r<o;r++)gn.fromBufferAttribute(e,r),s=Math.max(s,i.distanceToSquared(gn));if(t)for(let r=0,o=t.length;r<o;r++){let a=t[r],c=this.morphTargetsRelative;for(let l=0,u=a.count;l<u;l++)gn.fromBufferAttribute(a,l),c&&(Vr.fromBufferAttribute(e,l),gn.add(Vr)),s=Math.max(s,i.distanceToSquared(gn))}this.boundingSphere.radius=Math.sqrt(s),isNaN(this.boundingSphere.radius)&&ze('BufferGeometry.computeBoundingSphere(): Computed radius is NaN. The "position" attribute is likely to have NaN values.',this)}}computeTangents(){let e=this.index,t=this.attributes;if(e===null||t.position===void 0||t.normal===void 0||t.uv===void 0){ze("BufferGeometry: .computeTangents() failed. Missing required attributes (index, position, normal or uv)");return}let i=t.position,s=t.normal,r=t.uv,o=this.getAttribute("tangent");(o===void 0||o.count!==i.count)&&(o=new At(new Float32Array(4*i.count),4),this.setAttribute("tangent",o));let a=[],c=[],l=new Uint8Array(i.count);for(let L=0;L<i.count;L++)a[L]=new U,c[L]=new U;let u=new U,d=new U,h=new U,p=new Ne,g=new Ne,y=new Ne,x=new U,m=new U;function b(L,C,I){l[L]=l[C]=l[I]=1,u.fromBufferAttribute(i,L),d.fromBufferAttribute(i,C),h.fromBufferAttribute(i,I),p.fromBufferAttribute(r,L),g.fromBufferAttribute(r,C),y.fromBufferAttribute(r,I),d.sub(u),h.sub(u),g.sub(p),y.sub(p);let k=1/(g.x*y.y-y.x*g.y);isFinite(k)&&(x.copy(d).multiplyScalar(y.y).addScaledVector(h,-g.y).multiplyScalar(k),m.copy(h).multiplyScalar(g.x).addScaledVector(d,-y.x).multiplyScalar(k),a[L].add(x),a[C].add(x),a[I].add(x),c[L].add(m),c[C].add(m),c[I].add(m))}let M=this.groups;M.length===0&&(M=[{start:0,count:e.count}]);for(let L=0,C=M.length;L<C;++L){let I=M[L],k=I.start,F=I.count;for(let P=k,G=k+F;P<G;P+=3)b(e.getX(P+0),e.getX(P+1),e.getX(P+2))}let v=new U,E=new U,T=new U,_=new U;function S(L){T.fromBufferAttribute(s,L),_.copy(T);let C=a[L];v.copy(C),v.sub(T.multiplyScalar(T.dot(C))).normalize(),E.crossVectors(_,C);let k=E.dot(c[L])<0?-1:1;o.setXYZW(L,v.x,v.y,v.z,k)}for(let L=0,C=i.count;L<C;++L)l[L]&&S(L);this._transformed=!0}computeVertexNormals(){let e=this.index,t=this.getAttribute("position");if(t!==void 0){let i=this.getAttribute("normal");if(i===void 0||i.count!==t.count)i=new At(new Float32Array(t.count*3),3),this.setAttribute("normal",i);else for(let h=0,p=i.count;h<p;h++)i.setXYZ(h,0,0,0);let s=new U,r=new U,o=new U,a=new U,c=new U,l=new U,u=new U,d=new U;if(e)for(let h=0,p=e.count;h<p;h+=3){let g=e.getX(h+0),y=e.getX(h+1),x=e.getX(h+2);s.fromBufferAttribute(t,g),r.fromBufferAttribute(t,y),o.fromBufferAttribute(t,x),u.subVectors(o,r),d.subVectors(s,r),u.cross(d),a.fromBufferAttribute(i,g),c.fromBufferAttribute(i,y),l.fromBufferAttribute(i,x),a.add(u),c.add(u),l.add(u),i.setXYZ(g,a.x,a.y,a.z),i.setXYZ(y,c.x,c.y,c.z),i.setXYZ(x,l.x,l.y,l.z)}else for(let h=0,p=t.count;h<p;h+=3)s.fromBufferAttribute(t,h+0),r.fromBufferAttribute(t,h+1),o.fromBufferAttribute(t,h+2),u.subVectors(o,r),d.subVectors(s,r),u.cross(d),i.setXYZ(h+0,u.x,u.y,u.z),i.setXYZ(h+1,u.x,u.y,u.z),i.setXYZ(h+2,u.x,u.y,u.z);this.normalizeNormals(),i.needsUpdate=!0}}normalizeNormals(){let e=this.attributes.normal;for(let t=0,i=e.count;t<i;t++)gn.fromBufferAttribute(e,t),gn.normalize(),e.setXYZ(t,gn.x,gn.y,gn.z)}toNonIndexed(){function e(a,c){let l=a.array,u=a.itemSize,d=a.normalized,h=new l.constructor(c.length*u),p=0,g=0;for(let y=0,x=c.length;y<x;y++){a.isInterleavedBufferAttribute?p=c[y]*a.data.stride+a.offset:p=c[y]*u;for(let m=0;m<u;m++)h[g++]=l[p++]}return new At(h,u,d)}if(this.index===null)return Ie("BufferGeometry.toNonIndexed(): BufferGeometry is already non-indexed."),this;let t=new n,i=this.index.array,s=this.attributes;for(let a in s){let c=s[a],l=e(c,i);t.setAttribute(a,l)}let r=this.morphAttributes;for(let a in r){let c=[],l=r[a];for(let u=0,d=l.length;u<d;u++){let h=l[u],p=e(h,i);c.push(p)}t.morphAttributes[a]=c}t.morphTargetsRelative=this.morphTargetsRelative;let o=this.groups;for(let a=0,c=o.length;a<c;a++){let l=o[a];t.addGroup(l.start,l.count,l.materialIndex)}return t}toJSON(){let e={metadata:{version:4.7,type:"BufferGeometry",generator:"BufferGeometry.toJSON"}};if(e.uuid=this.uuid,e.type=this.parameters!==void 0&&this._transformed===!0?"BufferGeometry":this.type,e.name=this.name,Object.keys(this.userData).length>0&&(e.userData=this.userData),this.parameters!==void 0&&this._transformed!==!0){let c=this.parameters;for(let l in c)c[l]!==void 0&&(e[l]=c[l]);return e}e.data={attributes:{}};let t=this.index;t!==null&&(e.data.index={type:t.array.constructor.name,array:Array.prototype.slice.call(t.array)});let i=this.attributes;for(let c in i){let l=i[c];e.data.attributes[c]=l.toJSON(e.data)}let s={},r=!1;for(let c in this.morphAttributes){let l=this.morphAttributes[c],u=[];for(let d=0,h=l.length;d<h;d++){let p=l[d];u.push(p.toJSON(e.data))}u.length>0&&(s[c]=u,r=!0)}r&&(e.data.morphAttributes=s,e.data.morphTargetsRelative=this.morphTargetsRelative);let o=this.groups;o.length>0&&(e.data.groups=JSON.parse(JSON.stringify(o)));let a=this.boundingSphere;return a!==null&&(e.data.boundingSphere=a.toJSON()),e}clone(){return new this.constructor().copy(this)}copy(e){this.index=null,this.attributes={},this.morphAttributes={},this.groups=[],this.boundingBox=null,this.boundingSphere=null;let t={};this.name=e.name;let i=e.index;i!==null&&this.setIndex(i.clone());let s=e.attributes;for(let l in s){let u=s[l];this.setAttribute(l,u.clone(t))}let r=e.morphAttributes;for(let l in r){let u=[],d=r[l];for(let h=0,p=d.length;h<p;h++)u.push(d[h].clone(t));this.morphAttributes[l]=u}this.morphTargetsRelative=e.morphTargetsRelative;let o=e.groups;for(let l=0,u=o.length;l<u;l++){let d=o[l];this.addGroup(d.start,d.count,d.materialIndex)}let a=e.boundingBox;a!==null&&(this.boundingBox=a.clone());let c=e.boundingSphere;return c!==null&&(this.boundingSphere=c.clone()),this.drawRange.start=e.drawRange.start,this.drawRange.count=e.drawRange.count,this.userData=e.userData,this._transformed=e._transformed,this}dispose(){this.dispatchEvent({type:"dispose"})}},to=class{constructor(e,t){this.isInterleavedBuffer=!0,this.array=e,this.stride=t,this.count=e!==void 0?e.length/t:0,this.usage=od,this.updateRanges=[],this.version=0,this.uuid=Oi()}onUploadCallback(){}set needsUpdate(e){e===!0&&this.version++}setUsage(e){return this.usage=e,this}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}copy(e){return this.array=new e.array.constructor(e.array),this.count=e.count,this.stride=e.stride,this.usage=e.usage,this}copyAt(e,t,i){e*=this.stride,i*=t.stride;for(let s=0,r=this.stride;s<r;s++)this.array[e+s]=t.array[i+s];return this}set(e,t=0){return this.array.set(e,t),this}clone(e){e.arrayBuffers===void 0&&(e.arrayBuffers={});let t=nm(this.array);e.arrayBuffers[t]===void 0&&(e.arrayBuffers[t]=this.array.slice(0).buffer);let i=new this.array.constructor(e.arrayBuffers[t]),s=new this.constructor(i,this.stride);return s.setUsage(this.usage),s}onUpload(e){return this.onUploadCallback=e,this}toJSON(e){e.arrayBuffers===void 0&&(e.arrayBuffers={});let t=nm(this.array);e.arrayBuffers[t]===void 0&&(e.arrayBuffers[t]=Array.from(new Uint32Array(this.array.slice(0).buffer)));let i={uuid:this.uuid,buffer:t,type:this.array.constructor.name,stride:this.stride};return i.usage=this.usage,i}};function nm(n){return n.buffer._uuid===void 0&&(n.buffer._uuid=Oi()),n.byteOffset===0&&n.byteLength===n.buffer.byteLength?n.buffer._uuid:n.buffer._uuid+":"+n.byteOffset+":"+n.byteLength}var Dn=new U,no=class n{constructor(e,t,i,s=!1){this.isInterleavedBufferAttribute=!0,this.name="",this.data=e,this.itemSize=t,this.offset=i,this.normalized=s,this._normalizationScale=e!==void 0?Yc(e.array):void 0}get count(){return this.data.count}get array(){return this.data.array}set needsUpdate(e){this.data.needsUpdate=e}applyMatrix4(e){for(let t=0,i=this.data.count;t<i;t++)Dn.fromBufferAttribute(this,t),Dn.applyMatrix4(e),this.setXYZ(t,Dn.x,Dn.y,Dn.z);return this}applyNormalMatrix(e){for(let t=0,i=this.count;t<i;t++)Dn.fromBufferAttribute(this,t),Dn.applyNormalMatrix(e),this.setXYZ(t,Dn.x,Dn.y,Dn.z);return this}transformDirection(e){for(let t=0,i=this.count;t<i;t++)Dn.fromBufferAttribute(this,t),Dn.transformDirection(e),this.setXYZ(t,Dn.x,Dn.y,Dn.z);return this}getComponent(e,t){let i=this.array[e*this.data.stride+this.offset+t];return this.normalized&&(i=this._denormalize(i)),i}setComponent(e,t,i){return this.normalized&&(i=this._normalize(i)),this.data.array[e*this.data.stride+this.offset+t]=i,this}setX(e,t){return this.normalized&&(t=this._normalize(t)),this.data.array[e*this.data.stride+this.offset]=t,this}setY(e,t){return this.normalized&&(t=this._normalize(t)),this.data.array[e*this.data.stride+this.offset+1]=t,this}setZ(e,t){return this.normalized&&(t=this._normalize(t)),this.data.array[e*this.data.stride+this.offset+2]=t,this}setW(e,t){return this.normalized&&(t=this._normalize(t)),this.data.array[e*this.data.stride+this.offset+3]=t,this}getX(e){let t=this.data.array[e*this.data.stride+this.offset];return this.normalized&&(t=this._denormalize(t)),t}getY(e){let t=this.data.array[e*this.data.stride+this.offset+1];return this.normalized&&(t=this._denormalize(t)),t}getZ(e){let t=this.data.array[e*this.data.stride+this.offset+2];return this.normalized&&(t=this._denormalize(t)),t}getW(e){let t=this.data.array[e*this.data.stride+this.offset+3];return this.normalized&&(t=this._denormalize(t)),t}setXY(e,t,i){return e=e*this.data.stride+this.offset,this.normalized&&(t=this._normalize(t),i=this._normalize(i)),this.data.array[e+0]=t,this.data.array[e+1]=i,this}setXYZ(e,t,i,s){return e=e*this.data.stride+this.offset,this.normalized&&(t=this._normalize(t),i=this._normalize(i),s=this._normalize(s)),this.data.array[e+0]=t,this.data.array[e+1]=i,this.data.array[e+2]=s,this}setXYZW(e,t,i,s,r){return e=e*this.data.stride+this.offset,this.normalized&&(t=this._normalize(t),i=this._normalize(i),s=this._normalize(s),r=this._normalize(r)),this.data.array[e+0]=t,this.data.array[e+1]=i,this.data.array[e+2]=s,this.data.array[e+3]=r,this}clone(e){if(e===void 0){jo("InterleavedBufferAttribute.clone(): Cloning an interleaved buffer attribute will de-interleave buffer data.");let t=[];for(let i=0;i<this.count;i++){let s=i*this.data.stride+this.offset;for(let r=0;r<this.itemSize;r++)t.push(this.data.array[s+r])}return new At(new this.array.constructor(t),this.itemSize,this.normalized)}else return e.interleavedBuffers===void 0&&(e.interleavedBuffers={}),e.interleavedBuffers[this.data.uuid]===void 0&&(e.interleavedBuffers[this.data.uuid]=this.data.clone(e)),new n(e.interleavedBuffers[this.data.uuid],this.itemSize,this.offset,this.normalized)}toJSON(e){if(e===void 0){jo("InterleavedBufferAttribute.toJSON(): Serializing an interleaved buffer attribute will de-interleave buffer data.");let t=[];for(let i=0;i<this.count;i++){let s=i*this.data.stride+this.offset;for(let r=0;r<this.itemSize;r++)t.push(this.data.array[s+r])}return{itemSize:this.itemSize,type:this.array.constructor.name,array:t,normalized:this.normalized}}else return e.interleavedBuffers===void 0&&(e.interleavedBuffers={}),e.interleavedBuffers[this.data.uuid]===void 0&&(e.interleavedBuffers[this.data.uuid]=this.data.toJSON(e)),{isInterleavedBufferAttribute:!0,itemSize:this.itemSize,data:this.data.uuid,offset:this.offset,normalized:this.normalized}}_denormalize(e){let t=this._normalizationScale;return t!==void 0?Math.max(e/t,-1):ud(e,this.data.array)}_normalize(e){let t=this._normalizationScale;return t!==void 0?Math.round(e*t):hd(e,this.data.array)}},gh=new U,a_=new U,l_=new He,Un=class{constructor(e=new U(1,0,0),t=0){this.isPlane=!0,this.normal=e,this.constant=t}set(e,t){return this.normal.copy(e),this.constant=t,this}setComponents(e,t,i,s){return this.normal.set(e,t,i),this.constant=s,this}setFromNormalAndCoplanarPoint(e,t){return this.normal.copy(e),this.constant=-t.dot(this.normal),this}setFromCoplanarPoints(e,t,i){let s=gh.subVectors(i,t).cross(a_.subVectors(e,t)).normalize();return this.setFromNormalAndCoplanarPoint(s,e),this}copy(e){return this.normal.copy(e.normal),this.constant=e.constant,this}normalize(){let e=1/this.normal.length();return this.normal.multiplyScalar(e),this.constant*=e,this}negate(){return this.constant*=-1,this.normal.negate(),this}distanceToPoint(e){return this.normal.dot(e)+this.constant}distanceToSphere(e){return this.distanceToPoint(e.center)-e.radius}projectPoint(e,t){return t.copy(e).addScaledVector(this.normal,-this.distanceToPoint(e))}intersectLine(e,t,i=!0){let s=e.delta(gh),r=this.normal.dot(s);if(r===0)return this.distanceToPoint(e.start)===0?t.copy(e.start):null;let o=-(e.start.dot(this.normal)+this.constant)/r;return i===!0&&(o<0||o>1)?null:t.copy(e.start).addScaledVector(s,o)}intersectsLine(e){let t=this.distanceToPoint(e.start),i=this.distanceToPoint(e.end);return t<0&&i>0||i<0&&t>0}intersectsBox(e){return e.intersectsPlane(this)}intersectsSphere(e){return e.intersectsPlane(this)}coplanarPoint(e){return e.copy(this.normal).multiplyScalar(-this.constant)}applyMatrix4(e,t){let i=t||l_.getNormalMatrix(e),s=this.coplanarPoint(gh).applyMatrix4(e),r=this.normal.applyMatrix3(i).normalize();return this.constant=-s.dot(r),this}translate(e){return this.constant-=e.dot(this.normal),this}equals(e){return e.normal.equals(this.normal)&&e.constant===this.constant}clone(){return new this.constructor().copy(this)}toJSON(){return{normal:this.normal.toArray(),constant:this.constant}}fromJSON(e){return this.normal.fromArray(e.normal),this.constant=e.constant,this}},c_=0,$t=class extends bi{constructor(){super(),this.isMaterial=!0,Object.defineProperty(this,"id",{value:c_++}),this.uuid=Oi(),this.name="",this.type="Material",this.blending=uo,this.side=ci,this.vertexColors=!1,this.opacity=1,this.transparent=!1,this.alphaHash=!1,this.blendSrc=Vh,this.blendDst=Hh,this.blendEquation=gr,this.blendSrcAlpha=null,this.blendDstAlpha=null,this.blendEquationAlpha=null,this.blendColor=new pe(0,0,0),this.blendAlpha=0,this.depthFunc=$r,this.depthTest=!0,this.depthWrite=!0,this.stencilWriteMask=255,this.stencilFunc=rg,this.stencilRef=0,this.stencilFuncMask=255,this.stencilFail=Fl,this.stencilZFail=Fl,this.stencilZPass=Fl,this.stencilWrite=!1,this.clippingPlanes=null,this.clipIntersection=!1,this.clipShadows=!1,this.shadowSide=null,this.colorWrite=!0,this.precision=null,this.polygonOffset=!1,this.polygonOffsetFactor=0,this.polygonOffsetUnits=0,this.dithering=!1,this.alphaToCoverage=!1,this.premultipliedAlpha=!1,this.forceSinglePass=!1,this.allowOverride=!0,this.visible=!0,this.toneMapped=!0,this.userData={},this.version=0,this._alphaTest=0}get alphaTest(){return this._alphaTest}set alphaTest(e){this._alphaTest>0!=e>0&&this.version++,this._alphaTest=e}onBeforeRender(){}onBeforeCompile(){}customProgramCacheKey(){return this.onBeforeCompile.toString()}setValues(e){if(e!==void 0)for(let t in e){let i=e[t];if(i===void 0){Ie(`Material: parameter '${t}' has value of undefined.`);continue}let s=this[t];if(s===void 0){Ie(`Material: '${t}' is not a property of THREE.${this.type}.`);continue}s&&s.isColor?s.set(i):s&&s.isVector2&&i&&i.isVector2||s&&s.isEuler&&i&&i.isEuler||s&&s.isVector3&&i&&i.isVector3?s.copy(i):this[t]=i}}toJSON(e){let t=e===void 0||typeof e=="string";t&&(e={textures:{},images:{}});let i={metadata:{version:4.7,type:"Material",generator:"Material.toJSON"}};i.uuid=this.uuid,i.type=this.type,i.blending=this.blending,i.side=this.side,i.shadowSide=this.shadowSide,i.vertexColors=this.vertexColors,i.opacity=this.opacity,i.transparent=this.transparent,i.blendSrc=this.blendSrc,i.blendDst=this.blendDst,i.blendEquation=this.blendEquation,i.blendSrcAlpha=this.blendSrcAlpha,i.blendDstAlpha=this.blendDstAlpha,i.blendEquationAlpha=this.blendEquationAlpha,i.blendColor=this.blendColor.getHex(),i.blendAlpha=this.blendAlpha,i.depthFunc=this.depthFunc,i.depthTest=this.depthTest,i.depthWrite=this.depthWrite,i.colorWrite=this.colorWrite,i.clipIntersection=this.clipIntersection,i.clipShadows=this.clipShadows,i.stencilWriteMask=this.stencilWriteMask,i.stencilFunc=this.stencilFunc,i.stencilRef=this.stencilRef,i.stencilFuncMask=this.stencilFuncMask,i.stencilFail=this.stencilFail,i.stencilZFail=this.stencilZFail,i.stencilZPass=this.stencilZPass,i.stencilWrite=this.stencilWrite,i.polygonOffset=this.polygonOffset,i.polygonOffsetFactor=this.polygonOffsetFactor,i.polygonOffsetUnits=this.polygonOffsetUnits,i.dithering=this.dithering,i.alphaTest=this.alphaTest,i.alphaHash=this.alphaHash,i.alphaToCoverage=this.alphaToCoverage,i.premultipliedAlpha=this.premultipliedAlpha,i.forceSinglePass=this.forceSinglePass,i.allowOverride=this.allowOverride,i.visible=this.visible,i.toneMapped=this.toneMapped,i.name=this.name,this.color&&this.color.isColor&&(i.color=this.color.getHex()),this.roughness!==void 0&&(i.roughness=this.roughness),this.metalness!==void 0&&(i.metalness=this.metalness),this.sheen!==void 0&&(i.sheen=this.sheen),this.sheenColor&&this.sheenColor.isColor&&(i.sheenColor=this.sheenColor.getHex()),this.sheenRoughness!==void 0&&(i.sheenRoughness=this.sheenRoughness),this.emissive&&this.emissive.isColor&&(i.emissive=this.emissive.getHex()),this.emissiveIntensity!==void 0&&(i.emissiveIntensity=this.emissiveIntensity),this.specular&&this.specular.isColor&&(i.specular=this.specular.getHex()),this.specularIntensity!==void 0&&(i.specularIntensity=this.specularIntensity),this.specularColor&&this.specularColor.isColor&&(i.specularColor=this.specularColor.getHex()),this.shininess!==void 0&&(i.shininess=this.shininess),this.clearcoat!==void 0&&(i.clearcoat=this.clearcoat),this.clearcoatRoughness!==void 0&&(i.clearcoatRoughness=this.clearcoatRoughness),this.diffuseRoughness!==void 0&&(i.diffuseRoughness=this.diffuseRoughness),this.diffuseRoughnessMap&&this.diffuseRoughnessMap.isTexture&&(i.diffuseRoughnessMap=this.diffuseRoughnessMap.toJSON(e).uuid),this.clearcoatMap&&this.clearcoatMap.isTexture&&(i.clearcoatMap=this.clearcoatMap.toJSON(e).uuid),this.clearcoatRoughnessMap&&this.clearcoatRoughnessMap.isTexture&&(i.clearcoatRoughnessMap=this.clearcoatRoughnessMap.toJSON(e).uuid),this.clearcoatNormalMap&&this.clearcoatNormalMap.isTexture&&(i.clearcoatNormalMap=this.clearcoatNormalMap.toJSON(e).uuid,i.clearcoatNormalScale=this.clearcoatNormalScale.toArray()),this.sheenColorMap&&this.sheenColorMap.isTexture&&(i.sheenColorMap=this.sheenColorMap.toJSON(e).uuid),this.sheenRoughnessMap&&this.sheenRoughnessMap.isTexture&&(i.sheenRoughnessMap=this.sheenRoughnessMap.toJSON(e).uuid),this.dispersion!==void 0&&(i.dispersion=this.dispersion),this.retroreflectivity!==void 0&&(i.retroreflectivity=this.retroreflectivity),this.iridescence!==void 0&&(i.iridescence=this.iridescence),this.iridescenceIOR!==void 0&&(i.iridescenceIOR=this.iridescenceIOR),this.iridescenceThicknessMinimum!==void 0&&(i.iridescenceThicknessMinimum=this.iridescenceThicknessMinimum),this.iridescenceThicknessMaximum!==void 0&&(i.iridescenceThicknessMaximum=this.iridescenceThicknessMaximum),this.iridescenceMap&&this.iridescenceMap.isTexture&&(i.iridescenceMap=this.iridescenceMap.toJSON(e).uuid),this.iridescenceThicknessMap&&this.iridescenceThicknessMap.isTexture&&(i.iridescenceThicknessMap=this.iridescenceThicknessMap.toJSON(e).uuid),this.anisotropy!==void 0&&(i.anisotropy=this.anisotropy),this.anisotropyRotation!==void 0&&(i.anisotropyRotation=this.anisotropyRotation),this.anisotropyMap&&this.anisotropyMap.isTexture&&(i.anisotropyMap=this.anisotropyMap.toJSON(e).uuid),this.map&&this.map.isTexture&&(i.map=this.map.toJSON(e).uuid),this.matcap&&this.matcap.isTexture&&(i.matcap=this.matcap.toJSON(e).uuid),this.alphaMap&&this.alphaMap.isTexture&&(i.alphaMap=this.alphaMap.toJSON(e).uuid),this.lightMap&&this.lightMap.isTexture&&(i.lightMap=this.lightMap.toJSON(e).uuid,i.lightMapIntensity=this.lightMapIntensity),this.aoMap&&this.aoMap.isTexture&&(i.aoMap=this.aoMap.toJSON(e).uuid,i.aoMapIntensity=this.aoMapIntensity),this.bumpMap&&this.bumpMap.isTexture&&(i.bumpMap=this.bumpMap.toJSON(e).uuid,i.bumpScale=this.bumpScale),this.normalMap&&this.normalMap.isTexture&&(i.normalMap=this.normalMap.toJSON(e).uuid,i.normalMapType=this.normalMapType,i.normalScale=this.normalScale.toArray()),this.displacementMap&&this.displacementMap.isTexture&&(i.displacementMap=this.displacementMap.toJSON(e).uuid,i.displacementScale=this.displacementScale,i.displacementBias=this.displacementBias),this.roughnessMap&&this.roughnessMap.isTexture&&(i.roughnessMap=this.roughnessMap.toJSON(e).uuid),this.metalnessMap&&this.metalnessMap.isTexture&&(i.metalnessMap=this.metalnessMap.toJSON(e).uuid),this.emissiveMap&&this.emissiveMap.isTexture&&(i.emissiveMap=this.emissiveMap.toJSON(e).uuid),this.specularMap&&this.specularMap.isTexture&&(i.specularMap=this.specularMap.toJSON(e).uuid),this.specularIntensityMap&&this.specularIntensityMap.isTexture&&(i.specularIntensityMap=this.specularIntensityMap.toJSON(e).uuid),this.specularColorMap&&this.specularColorMap.isTexture&&(i.specularColorMap=this.specularColorMap.toJSON(e).uuid),this.envMap&&this.envMap.isTexture&&(i.envMap=this.envMap.toJSON(e).uuid,this.combine!==void 0&&(i.combine=this.combine)),this.envMapRotation!==void 0&&(i.envMapRotation=this.envMapRotation.toArray()),this.envMapIntensity!==void 0&&(i.envMapIntensity=this.envMapIntensity),this.reflectivity!==void 0&&(i.reflectivity=this.reflectivity),this.refractionRatio!==void 0&&(i.refractionRatio=this.refractionRatio),this.gradientMap&&this.gradientMap.isTexture&&(i.gradientMap=this.gradientMap.toJSON(e).uuid),this.transmission!==void 0&&(i.transmission=this.transmission),this.transmissionMap&&this.transmissionMap.isTexture&&(i.transmissionMap=this.transmissionMap.toJSON(e).uuid),this.thickness!==void 0&&(i.thickness=this.thickness),this.thicknessMap&&this.thicknessMap.isTexture&&(i.thicknessMap=this.thicknessMap.toJSON(e).uuid),this.attenuationDistance!==void 0&&(i.attenuationDistance=this.attenuationDistance),this.attenuationColor!==void 0&&(i.attenuationColor=this.attenuationColor.getHex()),this.size!==void 0&&(i.size=this.size),this.sizeAttenuation!==void 0&&(i.sizeAttenuation=this.sizeAttenuation),Array.isArray(this.clippingPlanes)&&this.clippingPlanes.length>0&&(i.clippingPlanes=this.clippingPlanes.map(r=>r.toJSON())),this.rotation!==void 0&&(i.rotation=this.rotation),this.depthPacking!==void 0&&(i.depthPacking=this.depthPacking),this.linewidth!==void 0&&(i.linewidth=this.linewidth),this.linecap!==void 0&&(i.linecap=this.linecap),this.linejoin!==void 0&&(i.linejoin=this.linejoin),this.dashSize!==void 0&&(i.dashSize=this.dashSize),this.gapSize!==void 0&&(i.gapSize=this.gapSize),this.scale!==void 0&&(i.scale=this.scale),this.wireframe!==void 0&&(i.wireframe=this.wireframe),this.wireframeLinewidth!==void 0&&(i.wireframeLinewidth=this.wireframeLinewidth),this.wireframeLinecap!==void 0&&(i.wireframeLinecap=this.wireframeLinecap),this.wireframeLinejoin!==void 0&&(i.wireframeLinejoin=this.wireframeLinejoin),this.flatShading!==void 0&&(i.flatShading=this.flatShading),this.fog!==void 0&&(i.fog=this.fog),Object.keys(this.userData).length>0&&(i.userData=this.userData);function s(r){let o=[];for(let a in r){let c=r[a];delete c.metadata,o.push(c)}return o}if(t){let r=s(e.textures),o=s(e.images);r.length>0&&(i.textures=r),o.length>0&&(i.images=o)}return i}fromJSON(e,t){if(e.uuid!==void 0&&(this.uuid=e.uuid),e.name!==void 0&&(this.name=e.name),e.color!==void 0&&this.color!==void 0&&this.color.setHex(e.color),e.roughness!==void 0&&(this.roughness=e.roughness),e.metalness!==void 0&&(this.metalness=e.metalness),e.sheen!==void 0&&(this.sheen=e.sheen),e.sheenColor!==void 0&&(this.sheenColor=new pe().setHex(e.sheenColor)),e.sheenRoughness!==void 0&&(this.sheenRoughness=e.sheenRoughness),e.emissive!==void 0&&this.emissive!==void 0&&this.emissive.setHex(e.emissive),e.specular!==void 0&&this.specular!==void 0&&this.specular.setHex(e.specular),e.specularIntensity!==void 0&&(this.specularIntensity=e.specularIntensity),e.specularColor!==void 0&&this.specularColor!==void 0&&this.specularColor.setHex(e.specularColor),e.shininess!==void 0&&(this.shininess=e.shininess),e.clearcoat!==void 0&&(this.clearcoat=e.clearcoat),e.clearcoatRoughness!==void 0&&(this.clearcoatRoughness=e.clearcoatRoughness),e.diffuseRoughness!==void 0&&(this.diffuseRoughness=e.diffuseRoughness),e.dispersion!==void 0&&(this.dispersion=e.dispersion),e.retroreflectivity!==void 0&&(this.retroreflectivity=e.retroreflectivity),e.iridescence!==void 0&&(this.iridescence=e.iridescence),e.iridescenceIOR!==void 0&&(this.iridescenceIOR=e.iridescenceIOR),e.iridescenceThicknessMinimum!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessMinimum),e.iridescenceThicknessMaximum!==void 0&&(this.iridescenceThicknessMaximum=e.iridescenceThicknessMaximum),e.iridescenceThicknessRange!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessRange[0],this.iridescenceThicknessMaximum=e.iridescenceThicknessRange[1]),e.transmission!==void 0&&(this.transmission=e.transmission),e.thickness!==void 0&&(this.thickness=e.thickness),e.attenuationDistance!==void 0&&(this.attenuationDistance=e.attenuationDistance),e.attenuationColor!==void 0&&this.attenuationColor!==void 0&&this.attenuationColor.setHex(e.attenuationColor),e.anisotropy!==void 0&&(this.anisotropy=e.anisotropy),e.anisotropyRotation!==void 0&&(this.anisotropyRotation=e.anisotropyRotation),e.fog!==void 0&&(this.fog=e.fog),e.flatShading!==void 0&&(this.flatShading=e.flatShading),e.blending!==void 0&&(this.blending=e.blending),e.combine!==void 0&&(this.combine=e.combine),e.side!==void 0&&(this.side=e.side),e.shadowSide!==void 0&&(this.shadowSide=e.shadowSide),e.opacity!==void 0&&(this.opacity=e.opacity),e.transparent!==void 0&&(this.transparent=e.transparent),e.alphaTest!==void 0&&(this.alphaTest=e.alphaTest),e.alphaHash!==void 0&&(this.alphaHash=e.alphaHash),e.depthFunc!==void 0&&(this.depthFunc=e.depthFunc),e.depthTest!==void 0&&(this.depthTest=e.depthTest),e.depthWrite!==void 0&&(this.depthWrite=e.depthWrite),e.colorWrite!==void 0&&(this.colorWrite=e.colorWrite),e.clippingPlanes!==void 0&&(this.clippingPlanes=e.clippingPlanes.map(i=>new Un().fromJSON(i))),e.clipIntersection!==void 0&&(this.clipIntersection=e.clipIntersection),e.clipShadows!==void 0&&(this.clipShadows=e.clipShadows),e.depthPacking!==void 0&&(this.depthPacking=e.depthPacking),e.blendSrc!==void 0&&(this.blendSrc=e.blendSrc),e.blendDst!==void 0&&(this.blendDst=e.blendDst),e.blendEquation!==void 0&&(this.blendEquation=e.blendEquation),e.blendSrcAlpha!==void 0&&(this.blendSrcAlpha=e.blendSrcAlpha),e.blendDstAlpha!==void 0&&(this.blendDstAlpha=e.blendDstAlpha),e.blendEquationAlpha!==void 0&&(this.blendEquationAlpha=e.blendEquationAlpha),e.blendColor!==void 0&&this.blendColor!==void 0&&this.blendColor.setHex(e.blendColor),e.blendAlpha!==void 0&&(this.blendAlpha=e.blendAlpha),e.stencilWriteMask!==void 0&&(this.stencilWriteMask=e.stencilWriteMask),e.stencilFunc!==void 0&&(this.stencilFunc=e.stencilFunc),e.stencilRef!==void 0&&(this.stencilRef=e.stencilRef),e.stencilFuncMask!==void 0&&(this.stencilFuncMask=e.stencilFuncMask),e.stencilFail!==void 0&&(this.stencilFail=e.stencilFail),e.stencilZFail!==void 0&&(this.stencilZFail=e.stencilZFail),e.stencilZPass!==void 0&&(this.stencilZPass=e.stencilZPass),e.stencilWrite!==void 0&&(this.stencilWrite=e.stencilWrite),e.wireframe!==void 0&&(this.wireframe=e.wireframe),e.wireframeLinewidth!==void 0&&(this.wireframeLinewidth=e.wireframeLinewidth),e.wireframeLinecap!==void 0&&(this.wireframeLinecap=e.wireframeLinecap),e.wireframeLinejoin!==void 0&&(this.wireframeLinejoin=e.wireframeLinejoin),e.rotation!==void 0&&(this.rotation=e.rotation),e.linewidth!==void 0&&(this.linewidth=e.linewidth),e.linecap!==void 0&&(this.linecap=e.linecap),e.linejoin!==void 0&&(this.linejoin=e.linejoin),e.dashSize!==void 0&&(this.dashSize=e.dashSize),e.gapSize!==void 0&&(this.gapSize=e.gapSize),e.scale!==void 0&&(this.scale=e.scale),e.polygonOffset!==void 0&&(this.polygonOffset=e.polygonOffset),e.polygonOffsetFactor!==void 0&&(this.polygonOffsetFactor=e.polygonOffsetFactor),e.polygonOffsetUnits!==void 0&&(this.polygonOffsetUnits=e.polygonOffsetUnits),e.dithering!==void 0&&(this.dithering=e.dithering),e.alphaToCoverage!==void 0&&(this.alphaToCoverage=e.alphaToCoverage),e.premultipliedAlpha!==void 0&&(this.premultipliedAlpha=e.premultipliedAlpha),e.forceSinglePass!==void 0&&(this.forceSinglePass=e.forceSinglePass),e.allowOverride!==void 0&&(this.allowOverride=e.allowOverride),e.visible!==void 0&&(this.visible=e.visible),e.toneMapped!==void 0&&(this.toneMapped=e.toneMapped),e.userData!==void 0&&(this.userData=e.userData),e.vertexColors!==void 0&&(typeof e.vertexColors=="number"?this.vertexColors=e.vertexColors>0:this.vertexColors=e.vertexColors),e.size!==void 0&&(this.size=e.size),e.sizeAttenuation!==void 0&&(this.sizeAttenuation=e.sizeAttenuation),e.map!==void 0&&(this.map=t[e.map]||null),e.matcap!==void 0&&(this.matcap=t[e.matcap]||null),e.alphaMap!==void 0&&(this.alphaMap=t[e.alphaMap]||null),e.bumpMap!==void 0&&(this.bumpMap=t[e.bumpMap]||null),e.bumpScale!==void 0&&(this.bumpScale=e.bumpScale),e.normalMap!==void 0&&(this.normalMap=t[e.normalMap]||null),e.normalMapType!==void 0&&(this.normalMapType=e.normalMapType),e.normalScale!==void 0){let i=e.normalScale;Array.isArray(i)===!1&&(i=[i,i]),this.normalScale=new Ne().fromArray(i)}return e.displacementMap!==void 0&&(this.displacementMap=t[e.displacementMap]||null),e.displacementScale!==void 0&&(this.displacementScale=e.displacementScale),e.displacementBias!==void 0&&(this.displacementBias=e.displacementBias),e.roughnessMap!==void 0&&(this.roughnessMap=t[e.roughnessMap]||null),e.metalnessMap!==void 0&&(this.metalnessMap=t[e.metalnessMap]||null),e.emissiveMap!==void 0&&(this.emissiveMap=t[e.emissiveMap]||null),e.emissiveIntensity!==void 0&&(this.emissiveIntensity=e.emissiveIntensity),e.specularMap!==void 0&&(this.specularMap=t[e.specularMap]||null),e.specularIntensityMap!==void 0&&(this.specularIntensityMap=t[e.specularIntensityMap]||null),e.specularColorMap!==void 0&&(this.specularColorMap=t[e.specularColorMap]||null),e.envMap!==void 0&&(this.envMap=t[e.envMap]||null),e.envMapRotation!==void 0&&this.envMapRotation.fromArray(e.envMapRotation),e.envMapIntensity!==void 0&&(this.envMapIntensity=e.envMapIntensity),e.reflectivity!==void 0&&(this.reflectivity=e.reflectivity),e.refractionRatio!==void 0&&(this.refractionRatio=e.refractionRatio),e.lightMap!==void 0&&(this.lightMap=t[e.lightMap]||null),e.lightMapIntensity!==void 0&&(this.lightMapIntensity=e.lightMapIntensity),e.aoMap!==void 0&&(this.aoMap=t[e.aoMap]||null),e.aoMapIntensity!==void 0&&(this.aoMapIntensity=e.aoMapIntensity),e.gradientMap!==void 0&&(this.gradientMap=t[e.gradientMap]||null),e.clearcoatMap!==void 0&&(this.clearcoatMap=t[e.clearcoatMap]||null),e.clearcoatRoughnessMap!==void 0&&(this.clearcoatRoughnessMap=t[e.clearcoatRoughnessMap]||null),e.clearcoatNormalMap!==void 0&&(this.clearcoatNormalMap=t[e.clearcoatNormalMap]||null),e.clearcoatNormalScale!==void 0&&(this.clearcoatNormalScale=new Ne().fromArray(e.clearcoatNormalScale)),e.diffuseRoughnessMap!==void 0&&(this.diffuseRoughnessMap=t[e.diffuseRoughnessMap]||null),e.iridescenceMap!==void 0&&(this.iridescenceMap=t[e.iridescenceMap]||null),e.iridescenceThicknessMap!==void 0&&(this.iridescenceThicknessMap=t[e.iridescenceThicknessMap]||null),e.transmissionMap!==void 0&&(this.transmissionMap=t[e.transmissionMap]||null),e.thicknessMap!==void 0&&(this.thicknessMap=t[e.thicknessMap]||null),e.anisotropyMap!==void 0&&(this.anisotropyMap=t[e.anisotropyMap]||null),e.sheenColorMap!==void 0&&(this.sheenColorMap=t[e.sheenColorMap]||null),e.sheenRoughnessMap!==void 0&&(this.sheenRoughnessMap=t[e.sheenRoughnessMap]||null),this}clone(){return new this.constructor().copy(this)}copy(e){this.name=e.name,this.blending=e.blending,this.side=e.side,this.vertexColors=e.vertexColors,this.opacity=e.opacity,this.transparent=e.transparent,this.blendSrc=e.blendSrc,this.blendDst=e.blendDst,this.blendEquation=e.blendEquation,this.blendSrcAlpha=e.blendSrcAlpha,this.blendDstAlpha=e.blendDstAlpha,this.blendEquationAlpha=e.blendEquationAlpha,this.blendColor.copy(e.blendColor),this.blendAlpha=e.blendAlpha,this.depthFunc=e.depthFunc,this.depthTest=e.depthTest,this.depthWrite=e.depthWrite,this.stencilWriteMask=e.stencilWriteMask,this.stencilFunc=e.stencilFunc,this.stencilRef=e.stencilRef,this.stencilFuncMask=e.stencilFuncMask,this.stencilFail=e.stencilFail,this.stencilZFail=e.stencilZFail,this.stencilZPass=e.stencilZPass,this.stencilWrite=e.stencilWrite;let t=e.clippingPlanes,i=null;if(t!==null){let s=t.length;i=new Array(s);for(let r=0;r!==s;++r)i[r]=t[r].clone()}return this.clippingPlanes=i,this.clipIntersection=e.clipIntersection,this.clipShadows=e.clipShadows,this.shadowSide=e.shadowSide,this.colorWrite=e.colorWrite,this.precision=e.precision,this.polygonOffset=e.polygonOffset,this.polygonOffsetFactor=e.polygonOffsetFactor,this.polygonOffsetUnits=e.polygonOffsetUnits,this.dithering=e.dithering,this.alphaTest=e.alphaTest,this.alphaHash=e.alphaHash,this.alphaToCoverage=e.alphaToCoverage,this.premultipliedAlpha=e.premultipliedAlpha,this.forceSinglePass=e.forceSinglePass,this.allowOverride=e.allowOverride,this.visible=e.visible,this.toneMapped=e.toneMapped,this.userData=JSON.parse(JSON.stringify(e.userData)),this}dispose(){this.dispatchEvent({type:"dispose"})}set needsUpdate(e){e===!0&&this.version++}};var Ji=new U,xh=new U,vl=new U,yl=new U,Di=class{constructor(e=new U,t=new U(0,0,-1)){this.origin=e,this.direction=t}set(e,t){return this.origin.copy(e),this.direction.copy(t),this}copy(e){return this.origin.copy(e.origin),this.direction.copy(e.direction),this}at(e,t){return t.copy(this.origin).addScaledVector(this.direction,e)}lookAt(e){return this.direction.copy(e).sub(this.origin).normalize(),this}recast(e){return this.origin.copy(this.at(e,Ji)),this}closestPointToPoint(e,t){t.subVectors(e,this.origin);let i=t.dot(this.direction);return i<0?t.copy(this.origin):t.copy(this.origin).addScaledVector(this.direction,i)}distanceToPoint(e){return Math.sqrt(this.distanceSqToPoint(e))}distanceSqToPoint(e){let t=Ji.subVectors(e,this.origin).dot(this.direction);return t<0?this.origin.distanceToSquared(e):(Ji.copy(this.origin).addScaledVector(this.direction,t),Ji.distanceToSquared(e))}distanceSqToSegment(e,t,i,s){xh.copy(e).add(t).multiplyScalar(.5),vl.copy(t).sub(e).normalize(),yl.copy(this.origin).sub(xh);let r=e.distanceTo(t)*.5,o=-this.direction.dot(vl),a=yl.dot(this.direction),c=-yl.dot(vl),l=yl.lengthSq(),u=Math.abs(1-o*o),d,h,p,g;if(u>0)if(d=o*c-a,h=o*a-c,g=r*u,d>=0)if(h>=-g)if(h<=g){let y=1/u;d*=y,h*=y,p=d*(d+o*h+2*a)+h*(o*d+h+2*c)+l}else h=r,d=Math.max(0,-(o*h+a)),p=-d*d+h*(h+2*c)+l;else h=-r,d=Math.max(0,-(o*h+a)),p=-d*d+h*(h+2*c)+l;else h<=-g?(d=Math.max(0,-(-o*r+a)),h=d>0?-r:Math.min(Math.max(-r,-c),r),p=-d*d+h*(h+2*c)+l):h<=g?(d=0,h=Math.min(Math.max(-r,-c),r),p=h*(h+2*c)+l):(d=Math.max(0,-(o*r+a)),h=d>0?r:Math.min(Math.max(-r,-c),r),p=-d*d+h*(h+2*c)+l);else h=o>0?-r:r,d=Math.max(0,-(o*h+a)),p=-d*d+h*(h+2*c)+l;return i&&i.copy(this.origin).addScaledVector(this.direction,d),s&&s.copy(xh).addScaledVector(vl,h),p}intersectSphere(e,t){if(e.radius<0)return null;Ji.subVectors(e.center,this.origin);let i=Ji.dot(this.direction),s=Ji.dot(Ji)-i*i,r=e.radius*e.radius;if(s>r)return null;let o=Math.sqrt(r-s),a=i-o,c=i+o;return c<0?null:a<0?this.at(c,t):this.at(a,t)}intersectsSphere(e){return e.radius<0?!1:this.distanceSqToPoint(e.center)<=e.radius*e.radius}distanceToPlane(e){let t=e.normal.dot(this.direction);if(t===0)return e.distanceToPoint(this.origin)===0?0:null;let i=-(this.origin.dot(e.normal)+e.constant)/t;return i>=0?i:null}intersectPlane(e,t){let i=this.distanceToPlane(e);return i===null?null:this.at(i,t)}intersectsPlane(e){let t=e.distanceToPoint(this.origin);return t===0||e.normal.dot(this.direction)*t<0}intersectBox(e,t){let i,s,r,o,a,c,l=1/this.direction.x,u=1/this.direction.y,d=1/this.direction.z,h=this.origin;return l>=0?(i=(e.min.x-h.x)*l,s=(e.max.x-h.x)*l):(i=(e.max.x-h.x)*l,s=(e.min.x-h.x)*l),u>=0?(r=(e.min.y-h.y)*u,o=(e.max.y-h.y)*u):(r=(e.max.y-h.y)*u,o=(e.min.y-h.y)*u),i>o||r>s||((r>i||isNaN(i))&&(i=r),(o<s||isNaN(s))&&(s=o),d>=0?(a=(e.min.z-h.z)*d,c=(e.max.z-h.z)*d):(a=(e.max.z-h.z)*d,c=(e.min.z-h.z)*d),i>c||a>s)||((a>i||i!==i)&&(i=a),(c<s||s!==s)&&(s=c),s<0)?null:this.at(i>=0?i:s,t)}intersectsBox(e){return this.intersectBox(e,Ji)!==null}intersectTriangle(e,t,i,s,r){let o=this.origin,a=this.direction,c=a.x,l=a.y,u=a.z,d=e.x-o.x,h=e.y-o.y,p=e.z-o.z,g=t.x-o.x,y=t.y-o.y,x=t.z-o.z,m=i.x-o.x,b=i.y-o.y,M=i.z-o.z,v=Math.abs(c),E=Math.abs(l),T=Math.abs(u),_,S,L,C,I,k,F,P,G,X,H,ee;if(v>=E&&v>=T?(L=c,k=d,G=g,ee=m,c>=0?(_=l,S=u,C=h,I=p,F=y,P=x,X=b,H=M):(_=u,S=l,C=p,I=h,F=x,P=y,X=M,H=b)):E>=T?(L=l,k=h,G=y,ee=b,l>=0?(_=u,S=c,C=p,I=d,F=x,P=g,X=M,H=m):(_=c,S=u,C=d,I=p,F=g,P=x,X=m,H=M)):(L=u,k=p,G=x,ee=M,u>=0?(_=c,S=l,C=d,I=h,F=g,P=y,X=m,H=b):(_=l,S=c,C=h,I=d,F=y,P=g,X=b,H=m)),L===0)return null;let q=_/L,Q=S/L,te=1/L,Ee=C-q*k,De=I-Q*k,K=F-q*G,xe=P-Q*G,Se=X-q*ee,Oe=H-Q*ee,ye=Se*xe-Oe*K,qe=Ee*Oe-De*Se,jt=K*De-xe*Ee;if(s){if(ye<0||qe<0||jt<0)return null}else if((ye<0||qe<0||jt<0)&&(ye>0||qe>0||jt>0))return null;let Be=ye+qe+jt;if(Be===0)return null;let bt=te*(ye*k+qe*G+jt*ee);return(Be>0?bt<0:bt>0)?null:this.at(bt/Be,r)}applyMatrix4(e){return this.origin.applyMatrix4(e),this.direction.transformDirection(e),this}equals(e){return e.origin.equals(this.origin)&&e.direction.equals(this.direction)}clone(){return new this.constructor().copy(this)}},Mn=class extends $t{constructor(e){super(),this.isMeshBasicMaterial=!0,this.type="MeshBasicMaterial",this.color=new pe(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new Mi,this.combine=Ea,this.reflectivity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.specularMap=e.specularMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.combine=e.combine,this.reflectivity=e.reflectivity,this.refractionRatio=e.refractionRatio,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.fog=e.fog,this}},im=new Xe,tr=new Di,bl=new Hn,sm=new U,Ml=new U,Sl=new U,wl=new U,_h=new U,Tl=new U,rm=new U,El=new U,mt=class extends Dt{constructor(e=new Nt,t=new Mn){super(),this.isMesh=!0,this.type="Mesh",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.count=1,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}updateMorphTargets(){let t=this.geometry.morphAttributes,i=Object.keys(t);if(i.length>0){let s=t[i[0]];if(s!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let r=0,o=s.length;r<o;r++){let a=s[r].name||String(r);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=r}}}}getVertexPosition(e,t){let i=this.geometry,s=i.attributes.position,r=i.morphAttributes.position,o=i.morphTargetsRelative;t.fromBufferAttribute(s,e);let a=this.morphTargetInfluences;if(r&&a){Tl.set(0,0,0);for(let c=0,l=r.length;c<l;c++){let u=a[c],d=r[c];u!==0&&(_h.fromBufferAttribute(d,e),o?Tl.addScaledVector(_h,u):Tl.addScaledVector(_h.sub(t),u))}t.add(Tl)}return t}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let i=this.geometry,s=this.material,r=this.matrixWorld;s!==void 0&&(i.boundingSphere===null&&i.computeBoundingSphere(),bl.copy(i.boundingSphere),bl.applyMatrix4(r),tr.copy(e.ray).recast(e.near),!(bl.containsPoint(tr.origin)===!1&&(tr.intersectSphere(bl,sm)===null||tr.origin.distanceToSquared(sm)>(e.far-e.near)**2))&&(im.copy(r).invert(),tr.copy(e.ray).applyMatrix4(im),!(i.boundingBox!==null&&tr.intersectsBox(i.boundingBox)===!1)&&this._computeIntersections(e,t,tr)))}_computeIntersections(e,t,i){let s,r=this.geometry,o=this.material,a=r.index,c=r.attributes.position,l=r.attributes.uv,u=r.attributes.uv1,d=r.attributes.normal,h=r.groups,p=r.drawRange;if(a!==null)if(Array.isArray(o))for(let g=0,y=h.length;g<y;g++){let x=h[g],m=o[x.materialIndex],b=Math.max(x.start,p.start),M=Math.min(a.count,Math.min(x.start+x.count,p.start+p.count));for(let v=b,E=M;v<E;v+=3){let T=a.getX(v),_=a.getX(v+1),S=a.getX(v+2);s=Al(this,m,e,i,l,u,d,T,_,S),s&&(s.faceIndex=Math.floor(v/3),s.face.materialIndex=x.materialIndex,t.push(s))}}else{let g=Math.max(0,p.start),y=Math.min(a.count,p.start+p.count);for(let x=g,m=y;x<m;x+=3){let b=a.getX(x),M=a.getX(x+1),v=a.getX(x+2);s=Al(this,o,e,i,l,u,d,b,M,v),s&&(s.faceIndex=Math.floor(x/3),t.push(s))}}else if(c!==void 0)if(Array.isArray(o))for(let g=0,y=h.length;g<y;g++){let x=h[g],m=o[x.materialIndex],b=Math.max(x.start,p.start),M=Math.min(c.count,Math.min(x.start+x.count,p.start+p.count));for(let v=b,E=M;v<E;v+=3){let T=v,_=v+1,S=v+2;s=Al(this,m,e,i,l,u,d,T,_,S),s&&(s.faceIndex=Math.floor(v/3),s.face.materialIndex=x.materialIndex,t.push(s))}}else{let g=Math.max(0,p.start),y=Math.min(c.count,p.start+p.count);for(let x=g,m=y;x<m;x+=3){let b=x,M=x+1,v=x+2;s=Al(this,o,e,i,l,u,d,b,M,v),s&&(s.faceIndex=Math.floor(x/3),t.push(s))}}}};function u_(n,e,t,i,s,r,o,a){let c;if(e.side===cn?c=i.intersectTriangle(o,r,s,!0,a):c=i.intersectTriangle(s,r,o,e.side===ci,a),c===null)return null;El.copy(a),El.applyMatrix4(n.matrixWorld);let l=t.ray.origin.distanceTo(El);return l<t.near||l>t.far?null:{distance:l,point:El.clone(),object:n}}function Al(n,e,t,i,s,r,o,a,c,l){n.getVertexPosition(a,Ml),n.getVertexPosition(c,Sl),n.getVertexPosition(l,wl);let u=u_(n,e,t,i,Ml,Sl,wl,rm);if(u){let d=new U;Ts.getBarycoord(rm,Ml,Sl,wl,d),s&&(u.uv=Ts.getInterpolatedAttribute(s,a,c,l,d,new Ne)),r&&(u.uv1=Ts.getInterpolatedAttribute(r,a,c,l,d,new Ne)),o&&(u.normal=Ts.getInterpolatedAttribute(o,a,c,l,d,new U),u.normal.dot(i.direction)>0&&u.normal.multiplyScalar(-1));let h={a,b:c,c:l,normal:new U,materialIndex:0};Ts.getNormal(Ml,Sl,wl,h.normal),u.face=h,u.barycoord=d}return u}var Ho=new Tt,om=new Tt,am=new Tt,h_=new Tt,lm=new Xe,Rl=new U,vh=new Hn,cm=new Xe,yh=new Di,na=class extends mt{constructor(e,t){super(e,t),this.isSkinnedMesh=!0,this.type="SkinnedMesh",this.bindMode=wh,this.bindMatrix=new Xe,this.bindMatrixInverse=new Xe,this.boundingBox=null,this.boundingSphere=null}computeBoundingBox(){let e=this.geometry;this.boundingBox===null&&(this.boundingBox=new Cn),this.boundingBox.makeEmpty();let t=e.getAttribute("position");for(let i=0;i<t.count;i++)this.getVertexPosition(i,Rl),this.boundingBox.expandByPoint(Rl)}computeBoundingSphere(){let e=this.geometry;this.boundingSphere===null&&(this.boundingSphere=new Hn),this.boundingSphere.makeEmpty();let t=e.getAttribute("position");for(let i=0;i<t.count;i++)this.getVertexPosition(i,Rl),this.boundingSphere.expandByPoint(Rl)}copy(e,t){return super.copy(e,t),this.bindMode=e.bindMode,this.bindMatrix.copy(e.bindMatrix),this.bindMatrixInverse.copy(e.bindMatrixInverse),this.skeleton=e.skeleton,this.boundingBox=e.boundingBox!==null?e.boundingBox.clone():null,this.boundingSphere=e.boundingSphere!==null?e.boundingSphere.clone():null,this}raycast(e,t){let i=this.material,s=this.matrixWorld;i!==void 0&&(this.boundingSphere===null&&this.computeBoundingSphere(),vh.copy(this.boundingSphere),vh.applyMatrix4(s),e.ray.intersectsSphere(vh)!==!1&&(cm.copy(s).invert(),yh.copy(e.ray).applyMatrix4(cm),!(this.boundingBox!==null&&yh.intersectsBox(this.boundingBox)===!1)&&this._computeIntersections(e,t,yh)))}getVertexPosition(e,t){return super.getVertexPosition(e,t),this.applyBoneTransform(e,t),t}bind(e,t){this.skeleton=e,t===void 0&&(this.updateMatrixWorld(!0),this.skeleton.calculateInverses(),t=this.matrixWorld),this.bindMatrix.copy(t),this.bindMatrixInverse.copy(t).invert()}pose(){this.skeleton.pose()}normalizeSkinWeights(){let e=new Tt,t=this.geometry.attributes.skinWeight;for(let i=0,s=t.count;i<s;i++){e.fromBufferAttribute(t,i);let r=1/e.manhattanLength();r!==1/0?e.multiplyScalar(r):e.set(1,0,0,0),t.setXYZW(i,e.x,e.y,e.z,e.w)}}updateMatrixWorld(e){super.updateMatrixWorld(e),this.bindMode===wh?this.bindMatrixInverse.copy(this.matrixWorld).invert():this.bindMode===tg?this.bindMatrixInverse.copy(this.bindMatrix).invert():Ie("SkinnedMesh: Unrecognized bindMode: "+this.bindMode)}applyBoneTransform(e,t){let i=this.skeleton,s=this.geometry;om.fromBufferAttribute(s.attributes.skinIndex,e),am.fromBufferAttribute(s.attributes.skinWeight,e),t.isVector4?(Ho.copy(t),t.set(0,0,0,0)):(Ho.set(t.x,t.y,t.z,1),t.set(0,0,0)),Ho.applyMatrix4(this.bindMatrix);for(let r=0;r<4;r++){let o=am.getComponent(r);if(o!==0){let a=om.getComponent(r);lm.multiplyMatrices(i.bones[a].matrixWorld,i.boneInverses[a]),t.addScaledVector(h_.copy(Ho).applyMatrix4(lm),o)}}return t.isVector4&&(t.w=Ho.w),t.applyMatrix4(this.bindMatrixInverse)}},io=class extends Dt{constructor(){super(),this.isBone=!0,this.type="Bone"}},so=class extends ln{constructor(e=null,t=1,i=1,s,r,o,a,c,l=qt,u=qt,d,h){super(null,o,a,c,l,u,s,r,d,h),this.isDataTexture=!0,this.image={data:e,width:t,height:i},this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}},um=new Xe,d_=new Xe,ia=class n{constructor(e=[],t=[]){this.uuid=Oi(),this.bones=e.slice(0),this.boneInverses=t,this.boneMatrices=null,this.previousBoneMatrices=null,this.boneTexture=null,this.previousBoneTexture=null,this.init()}init(){let e=this.bones,t=this.boneInverses;if(this.boneMatrices=new Float32Array(e.length*16),t.length===0)this.calculateInverses();else if(e.length!==t.length){Ie("Skeleton: Number of inverse bone matrices does not match amount of bones."),this.boneInverses=[];for(let i=0,s=this.bones.length;i<s;i++)this.boneInverses.push(new Xe)}}calculateInverses(){this.boneInverses.length=0;for(let e=0,t=this.bones.length;e<t;e++){let i=new Xe;this.bones[e]&&i.copy(this.bones[e].matrixWorld).invert(),this.boneInverses.push(i)}}pose(){for(let e=0,t=this.bones.length;e<t;e++){let i=this.bones[e];i&&i.matrixWorld.copy(this.boneInverses[e]).invert()}for(let e=0,t=this.bones.length;e<t;e++){let i=this.bones[e];i&&(i.parent&&i.parent.isBone?(i.matrix.copy(i.parent.matrixWorld).invert(),i.matrix.multiply(i.matrixWorld)):i.matrix.copy(i.matrixWorld),i.matrix.decompose(i.position,i.quaternion,i.scale))}}update(){let e=this.bones,t=this.boneInverses,i=this.boneMatrices,s=this.boneTexture;for(let r=0,o=e.length;r<o;r++){let a=e[r]?e[r].matrixWorld:d_;um.multiplyMatrices(a,t[r]),um.toArray(i,r*16)}s!==null&&(s.needsUpdate=!0)}clone(){return new n(this.bones,this.boneInverses)}computeBoneTexture(){let e=Math.sqrt(this.bones.length*4);e=Math.ceil(e/4)*4,e=Math.max(e,4);let t=new Float32Array(e*e*4);t.set(this.boneMatrices);let i=new so(t,e,e,di,jn);return i.needsUpdate=!0,this.boneMatrices=t,this.boneTexture=i,this}getBoneByName(e){for(let t=0,i=this.bones.length;t<i;t++){let s=this.bones[t];if(s.name===e)return s}}dispose(){this.boneTexture!==null&&(this.boneTexture.dispose(),this.boneTexture=null),this.previousBoneTexture!==null&&(this.previousBoneTexture.dispose(),this.previousBoneTexture=null)}fromJSON(e,t){this.uuid=e.uuid;for(let i=0,s=e.bones.length;i<s;i++){let r=e.bones[i],o=t[r];o===void 0&&(Ie("Skeleton: No bone found with UUID:",r),o=new io),this.bones.push(o),this.boneInverses.push(new Xe().fromArray(e.boneInverses[i]))}return this.init(),this}toJSON(){let e={metadata:{version:4.7,type:"Skeleton",generator:"Skeleton.toJSON"},bones:[],boneInverses:[]};e.uuid=this.uuid;let t=this.bones,i=this.boneInverses;for(let s=0,r=t.length;s<r;s++){let o=t[s];e.bones.push(o.uuid);let a=i[s];e.boneInverses.push(a.toArray())}return e}},is=class extends At{constructor(e,t,i,s=1){super(e,t,i),this.isInstancedBufferAttribute=!0,this.meshPerAttribute=s}copy(e){return super.copy(e),this.meshPerAttribute=e.meshPerAttribute,this}toJSON(){let e=super.toJSON();return e.meshPerAttribute=this.meshPerAttribute,e.isInstancedBufferAttribute=!0,e}},Hr=new Xe,hm=new Xe,Cl=[],dm=new Cn,f_=new Xe,Go=new mt,Wo=new Hn,cr=class extends mt{constructor(e,t,i){super(e,t),this.isInstancedMesh=!0,this.instanceMatrix=new is(new Float32Array(i*16),16),this.instanceColor=null,this.morphTexture=null,this.count=i,this.boundingBox=null,this.boundingSphere=null;for(let s=0;s<i;s++)this.setMatrixAt(s,f_)}computeBoundingBox(){let e=this.geometry,t=this.count;this.boundingBox===null&&(this.boundingBox=new Cn),e.boundingBox===null&&e.computeBoundingBox(),this.boundingBox.makeEmpty();for(let i=0;i<t;i++)this.getMatrixAt(i,Hr),dm.copy(e.boundingBox).applyMatrix4(Hr),this.boundingBox.union(dm)}computeBoundingSphere(){let e=this.geometry,t=this.count;this.boundingSphere===null&&(this.boundingSphere=new Hn),e.boundingSphere===null&&e.computeBoundingSphere(),this.boundingSphere.makeEmpty();for(let i=0;i<t;i++)this.getMatrixAt(i,Hr),Wo.copy(e.boundingSphere).applyMatrix4(Hr),this.boundingSphere.union(Wo)}copy(e,t){return super.copy(e,t),this.instanceMatrix.copy(e.instanceMatrix),this.morphTexture=e.morphTexture!==null?e.morphTexture.clone():null,this.instanceColor=e.instanceColor!==null?e.instanceColor.clone():null,this.count=e.count,this.boundingBox=e.boundingBox!==null?e.boundingBox.clone():null,this.boundingSphere=e.boundingSphere!==null?e.boundingSphere.clone():null,this}getColorAt(e,t){return this.instanceColor===null?t.setRGB(1,1,1):t.fromArray(this.instanceColor.array,e*3)}getMatrixAt(e,t){return t.fromArray(this.instanceMatrix.array,e*16)}getMorphAt(e,t){let i=t.morphTargetInfluences,s=this.morphTexture.source.data.data,r=i.length+1,o=e*r+1;for(let a=0;a<i.length;a++)i[a]=s[o+a]}raycast(e,t){let i=this.matrixWorld,s=this.count;if(Go.geometry=this.geometry,Go.material=this.material,Go.material!==void 0&&(this.boundingSphere===null&&this.computeBoundingSphere(),Wo.copy(this.boundingSphere),Wo.applyMatrix4(i),e.ray.intersectsSphere(Wo)!==!1))for(let r=0;r<s;r++){this.getMatrixAt(r,Hr),hm.multiplyMatrices(i,Hr),Go.matrixWorld=hm,Go.raycast(e,Cl);for(let o=0,a=Cl.length;o<a;o++){let c=Cl[o];c.instanceId=r,c.object=this,t.push(c)}Cl.length=0}}setColorAt(e,t){return this.instanceColor===null&&(this.instanceColor=new is(new Float32Array(this.instanceMatrix.count*3).fill(1),3)),t.toArray(this.instanceColor.array,e*3),this}setMatrixAt(e,t){return t.toArray(this.instanceMatrix.array,e*16),this}setMorphAt(e,t){let i=t.morphTargetInfluences,s=i.length+1;this.morphTexture===null&&(this.morphTexture=new so(new Float32Array(s*this.count),s,this.count,pc,jn));let r=this.morphTexture.source.data.data,o=0;for(let l=0;l<i.length;l++)o+=i[l];let a=this.geometry.morphTargetsRelative?1:1-o,c=s*e;return r[c]=a,r.set(i,c+1),this}updateMorphTargets(){}dispose(){super.dispose(),this.instanceMatrix.dispose(),this.instanceColor!==null&&this.instanceColor.dispose(),this.morphTexture!==null&&(this.morphTexture.dispose(),this.morphTexture=null)}},nr=new Hn,p_=new Ne(.5,.5),Pl=new U,Es=class{constructor(e=new Un,t=new Un,i=new Un,s=new Un,r=new Un,o=new Un){this.planes=[e,t,i,s,r,o]}set(e,t,i,s,r,o){let a=this.planes;return a[0].copy(e),a[1].copy(t),a[2].copy(i),a[3].copy(s),a[4].copy(r),a[5].copy(o),this}copy(e){let t=this.planes;for(let i=0;i<6;i++)t[i].copy(e.planes[i]);return this}setFromProjectionMatrix(e,t=si,i=!1){let s=this.planes,r=e.elements,o=r[0],a=r[1],c=r[2],l=r[3],u=r[4],d=r[5],h=r[6],p=r[7],g=r[8],y=r[9],x=r[10],m=r[11],b=r[12],M=r[13],v=r[14],E=r[15];if(s[0].setComponents(l-o,p-u,m-g,E-b).normalize(),s[1].setComponents(l+o,p+u,m+g,E+b).normalize(),s[2].setComponents(l+a,p+d,m+y,E+M).normalize(),s[3].setComponents(l-a,p-d,m-y,E-M).normalize(),i)s[4].setComponents(c,h,x,v).normalize(),s[5].setComponents(l-c,p-h,m-x,E-v).normalize();else if(s[4].setComponents(l-c,p-h,m-x,E-v).normalize(),t===si)s[5].setComponents(l+c,p+h,m+x,E+v).normalize();else if(t===Kr)s[5].setComponents(c,h,x,v).normalize();else throw new Error("THREE.Frustum.setFromProjectionMatrix(): Invalid coordinate system: "+t);return this}intersectsObject(e){if(e.boundingSphere!==void 0)e.boundingSphere===null&&e.computeBoundingSphere(),nr.copy(e.boundingSphere).applyMatrix4(e.matrixWorld);else{let t=e.geometry;t.boundingSphere===null&&t.computeBoundingSphere(),nr.copy(t.boundingSphere).applyMatrix4(e.matrixWorld)}return this.intersectsSphere(nr)}intersectsSprite(e){nr.center.set(0,0,0);let t=p_.distanceTo(e.center);return nr.radius=.7071067811865476+t,nr.applyMatrix4(e.matrixWorld),this.intersectsSphere(nr)}intersectsSphere(e){let t=this.planes,i=e.center,s=-e.radius;for(let r=0;r<6;r++)if(t[r].distanceToPoint(i)<s)return!1;return!0}intersectsBox(e){let t=this.planes;for(let i=0;i<6;i++){let s=t[i];if(Pl.x=s.normal.x>0?e.max.x:e.min.x,Pl.y=s.normal.y>0?e.max.y:e.min.y,Pl.z=s.normal.z>0?e.max.z:e.min.z,s.distanceToPoint(Pl)<0)return!1}return!0}containsPoint(e){let t=this.planes;for(let i=0;i<6;i++)if(t[i].distanceToPoint(e)<0)return!1;return!0}clone(){return new this.constructor().copy(this)}},fm=new Xe,Kl=class n{constructor(){this.coordinateSystem=si,this._frustums=[],this._count=0}setFromArrayCamera(e){let t=e.cameras,i=this._frustums;for(let s=0;s<t.length;s++){let r=t[s];fm.multiplyMatrices(r.projectionMatrix,r.matrixWorldInverse),i[s]===void 0&&(i[s]=new Es),i[s].setFromProjectionMatrix(fm,r.coordinateSystem,r.reversedDepth)}return this._count=t.length,this}getFrustum(e){return this._frustums[e]}intersectsObject(e){let t=this._frustums;for(let i=0;i<this._count;i++)if(t[i].intersectsObject(e))return!0;return!1}intersectsSprite(e){let t=this._frustums;for(let i=0;i<this._count;i++)if(t[i].intersectsSprite(e))return!0;return!1}intersectsSphere(e){let t=this._frustums;for(let i=0;i<this._count;i++)if(t[i].intersectsSphere(e))return!0;return!1}intersectsBox(e){let t=this._frustums;for(let i=0;i<this._count;i++)if(t[i].intersectsBox(e))return!0;return!1}containsPoint(e){let t=this._frustums;for(let i=0;i<this._count;i++)if(t[i].containsPoint(e))return!0;return!1}copy(e){this.coordinateSystem=e.coordinateSystem;let t=this._frustums,i=e._frustums;for(let s=0;s<e._count;s++)t[s]===void 0&&(t[s]=new Es),t[s].copy(i[s]);return this._count=e._count,this}clone(){return new n().copy(this)}};var Fn=class extends $t{constructor(e){super(),this.isLineBasicMaterial=!0,this.type="LineBasicMaterial",this.color=new pe(16777215),this.map=null,this.linewidth=1,this.linecap="round",this.linejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.linewidth=e.linewidth,this.linecap=e.linecap,this.linejoin=e.linejoin,this.fog=e.fog,this}},jl=new U,Zl=new U,pm=new Xe,Xo=new Di,Il=new Hn,bh=new U,mm=new U,ur=class extends Dt{constructor(e=new Nt,t=new Fn){super(),this.isLine=!0,this.type="Line",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}computeLineDistances(){let e=this.geometry;if(e.index===null){let t=e.attributes.position,i=[0];for(let s=1,r=t.count;s<r;s++)jl.fromBufferAttribute(t,s-1),Zl.fromBufferAttribute(t,s),i[s]=i[s-1],i[s]+=jl.distanceTo(Zl);e.setAttribute("lineDistance",new ht(i,1))}else Ie("Line.computeLineDistances(): Computation only possible with non-indexed BufferGeometry.");return this}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let i=this.geometry,s=this.matrixWorld,r=e.params.Line.threshold,o=i.drawRange;if(i.boundingSphere===null&&i.computeBoundingSphere(),Il.copy(i.boundingSphere),Il.applyMatrix4(s),Il.radius+=r,e.ray.intersectsSphere(Il)===!1)return;pm.copy(s).invert(),Xo.copy(e.ray).applyMatrix4(pm);let a=r/((this.scale.x+this.scale.y+this.scale.z)/3),c=a*a,l=this.isLineSegments?2:1,u=i.index,h=i.attributes.position;if(u!==null){let p=Math.max(0,o.start),g=Math.min(u.count,o.start+o.count);for(let y=p,x=g-1;y<x;y+=l){let m=u.getX(y),b=u.getX(y+1),M=Ll(this,e,Xo,c,m,b,y);M&&t.push(M)}if(this.isLineLoop){let y=u.getX(g-1),x=u.getX(p),m=Ll(this,e,Xo,c,y,x,g-1);m&&t.push(m)}}else{let p=Math.max(0,o.start),g=Math.min(h.count,o.start+o.count);for(let y=p,x=g-1;y<x;y+=l){let m=Ll(this,e,Xo,c,y,y+1,y);m&&t.push(m)}if(this.isLineLoop){let y=Ll(this,e,Xo,c,g-1,p,g-1);y&&t.push(y)}}}updateMorphTargets(){let t=this.geometry.morphAttributes,i=Object.keys(t);if(i.length>0){let s=t[i[0]];if(s!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let r=0,o=s.length;r<o;r++){let a=s[r].name||String(r);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=r}}}}};function Ll(n,e,t,i,s,r,o){let a=n.geometry.attributes.position;if(jl.fromBufferAttribute(a,s),Zl.fromBufferAttribute(a,r),t.distanceSqToSegment(jl,Zl,bh,mm)>i)return;bh.applyMatrix4(n.matrixWorld);let l=e.ray.origin.distanceTo(bh);if(!(l<e.near||l>e.far))return{distance:l,point:mm.clone().applyMatrix4(n.matrixWorld),index:o,face:null,faceIndex:null,barycoord:null,object:n}}var gm=new U,xm=new U,ri=class extends ur{constructor(e,t){super(e,t),this.isLineSegments=!0,this.type="LineSegments"}computeLineDistances(){let e=this.geometry;if(e.index===null){let t=e.attributes.position,i=[];for(let s=0,r=t.count;s<r;s+=2)gm.fromBufferAttribute(t,s),xm.fromBufferAttribute(t,s+1),i[s]=s===0?0:i[s-1],i[s+1]=i[s]+gm.distanceTo(xm);e.setAttribute("lineDistance",new ht(i,1))}else Ie("LineSegments.computeLineDistances(): Computation only possible with non-indexed BufferGeometry.");return this}},sa=class extends ur{constructor(e,t){super(e,t),this.isLineLoop=!0,this.type="LineLoop"}},Si=class extends $t{constructor(e){super(),this.isPointsMaterial=!0,this.type="PointsMaterial",this.color=new pe(16777215),this.map=null,this.alphaMap=null,this.size=1,this.sizeAttenuation=!0,this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.alphaMap=e.alphaMap,this.size=e.size,this.sizeAttenuation=e.sizeAttenuation,this.fog=e.fog,this}},_m=new Xe,Ch=new Di,Nl=new Hn,Dl=new U,ss=class extends Dt{constructor(e=new Nt,t=new Si){super(),this.isPoints=!0,this.type="Points",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let i=this.geometry,s=this.matrixWorld,r=e.params.Points.threshold,o=i.drawRange;if(i.boundingSphere===null&&i.computeBoundingSphere(),Nl.copy(i.boundingSphere),Nl.applyMatrix4(s),Nl.radius+=r,e.ray.intersectsSphere(Nl)===!1)return;_m.copy(s).invert(),Ch.copy(e.ray).applyMatrix4(_m);let a=r/((this.scale.x+this.scale.y+this.scale.z)/3),c=a*a,l=i.index,d=i.attributes.position;if(l!==null){let h=Math.max(0,o.start),p=Math.min(l.count,o.start+o.count);for(let g=h,y=p;g<y;g++){let x=l.getX(g);Dl.fromBufferAttribute(d,x),vm(Dl,x,c,s,e,t,this)}}else{let h=Math.max(0,o.start),p=Math.min(d.count,o.start+o.count);for(let g=h,y=p;g<y;g++)Dl.fromBufferAttribute(d,g),vm(Dl,g,c,s,e,t,this)}}updateMorphTargets(){let t=this.geometry.morphAttributes,i=Object.keys(t);if(i.length>0){let s=t[i[0]];if(s!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let r=0,o=s.length;r<o;r++){let a=s[r].name||String(r);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=r}}}}};function vm(n,e,t,i,s,r,o){let a=Ch.distanceSqToPoint(n);if(a<t){let c=new U;Ch.closestPointToPoint(n,c),c.applyMatrix4(i);let l=s.ray.origin.distanceTo(c);if(l<s.near||l>s.far)return;r.push({distance:l,distanceToRay:Math.sqrt(a),point:c,index:e,face:null,faceIndex:null,barycoord:null,object:o})}}var ra=class extends ln{constructor(e=[],t=xr,i,s,r,o,a,c,l,u){super(e,t,i,s,r,o,a,c,l,u),this.isCubeTexture=!0,this.flipY=!1}get images(){return this.image}set images(e){this.image=e}},As=class extends ln{constructor(e,t,i,s,r,o,a,c,l){super(e,t,i,s,r,o,a,c,l),this.isCanvasTexture=!0,this.needsUpdate=!0}};var rs=class extends ln{constructor(e,t,i=Ti,s,r,o,a=qt,c=qt,l,u=ts,d=1){if(u!==ts&&u!==hs)throw new Error("THREE.DepthTexture: format must be either THREE.DepthFormat or THREE.DepthStencilFormat");let h={width:e,height:t,depth:d};super(h,s,r,o,a,c,u,i,l),this.isDepthTexture=!0,this.flipY=!1,this.generateMipmaps=!1,this.compareFunction=null}copy(e){return super.copy(e),this.source=new Jr(Object.assign({},e.image)),this.compareFunction=e.compareFunction,this}toJSON(e){let t=super.toJSON(e);return t.compareFunction=this.compareFunction,t}},oa=class extends rs{constructor(e,t=Ti,i=xr,s,r,o=qt,a=qt,c,l=ts){let u={width:e,height:e,depth:1},d=[u,u,u,u,u,u];super(e,e,t,i,s,r,o,a,c,l),this.image=d,this.isCubeDepthTexture=!0,this.isCubeTexture=!0}get images(){return this.image}set images(e){this.image=e}},aa=class extends ln{constructor(e=null){super(),this.sourceTexture=e,this.isExternalTexture=!0}copy(e){return super.copy(e),this.sourceTexture=e.sourceTexture,this}},Ui=class n extends Nt{constructor(e=1,t=1,i=1,s=1,r=1,o=1){super(),this.type="BoxGeometry",this.parameters={width:e,height:t,depth:i,widthSegments:s,heightSegments:r,depthSegments:o};let a=this;s=Math.floor(s),r=Math.floor(r),o=Math.floor(o);let c=[],l=[],u=[],d=[],h=0,p=0;g("z","y","x",-1,-1,i,t,e,o,r,0),g("z","y","x",1,-1,i,t,-e,o,r,1),g("x","z","y",1,1,e,i,t,s,o,2),g("x","z","y",1,-1,e,i,-t,s,o,3),g("x","y","z",1,-1,e,t,i,s,r,4),g("x","y","z",-1,-1,e,t,-i,s,r,5),this.setIndex(c),this.setAttribute("position",new ht(l,3)),this.setAttribute("normal",new ht(u,3)),this.setAttribute("uv",new ht(d,2));function g(y,x,m,b,M,v,E,T,_,S,L){let C=v/_,I=E/S,k=v/2,F=E/2,P=T/2,G=_+1,X=S+1,H=0,ee=0,q=new U;for(let Q=0;Q<X;Q++){let te=Q*I-F;for(let Ee=0;Ee<G;Ee++){let De=Ee*C-k;q[y]=De*b,q[x]=te*M,q[m]=P,l.push(q.x,q.y,q.z),q[y]=0,q[x]=0,q[m]=T>0?1:-1,u.push(q.x,q.y,q.z),d.push(Ee/_),d.push(1-Q/S),H+=1}}for(let Q=0;Q<S;Q++)for(let te=0;te<_;te++){let Ee=h+te+G*Q,De=h+te+G*(Q+1),K=h+(te+1)+G*(Q+1),xe=h+(te+1)+G*Q;c.push(Ee,De,xe),c.push(De,K,xe),ee+=6}a.addGroup(p,ee,L),p+=ee,h+=H}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new n(e.width,e.height,e.depth,e.widthSegments,e.heightSegments,e.depthSegments)}};var hr=class n extends Nt{constructor(e=1,t=1,i=1,s=1){super(),this.type="PlaneGeometry",this.parameters={width:e,height:t,widthSegments:i,heightSegments:s};let r=e/2,o=t/2,a=Math.floor(i),c=Math.floor(s),l=a+1,u=c+1,d=e/a,h=t/c,p=[],g=[],y=[],x=[];for(let m=0;m<u;m++){let b=m*h-o;for(let M=0;M<l;M++){let v=M*d-r;g.push(v,-b,0),y.push(0,0,1),x.push(M/a),x.push(1-m/c)}}for(let m=0;m<c;m++)for(let b=0;b<a;b++){let M=b+l*m,v=b+l*(m+1),E=b+1+l*(m+1),T=b+1+l*m;p.push(M,v,T),p.push(v,E,T)}this.setIndex(p),this.setAttribute("position",new ht(g,3)),this.setAttribute("normal",new ht(y,3)),this.setAttribute("uv",new ht(x,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new n(e.width,e.height,e.widthSegments,e.heightSegments)}};var la=class n extends Nt{constructor(e=1,t=32,i=16,s=0,r=Math.PI*2,o=0,a=Math.PI){super(),this.type="SphereGeometry",this.parameters={radius:e,widthSegments:t,heightSegments:i,phiStart:s,phiLength:r,thetaStart:o,thetaLength:a},t=Math.max(3,Math.floor(t)),i=Math.max(2,Math.floor(i));let c=Math.min(o+a,Math.PI),l=0,u=[],d=new U,h=new U,p=[],g=[],y=[],x=[];for(let m=0;m<=i;m++){let b=[],M=m/i,v=o+M*a,E=e*Math.cos(v),T=Math.sqrt(e*e-E*E),_=0;m===0&&o===0?_=.5/t:m===i&&c===Math.PI&&(_=-.5/t);for(let S=0;S<=t;S++){let L=S/t,C=s+L*r;d.x=-T*Math.cos(C),d.y=E,d.z=T*Math.sin(C),g.push(d.x,d.y,d.z),h.copy(d).normalize(),y.push(h.x,h.y,h.z),x.push(L+_,1-M),b.push(l++)}u.push(b)}for(let m=0;m<i;m++)for(let b=0;b<t;b++){let M=u[m][b+1],v=u[m][b],E=u[m+1][b],T=u[m+1][b+1];(m!==0||o>0)&&p.push(M,v,T),(m!==i-1||c<Math.PI)&&p.push(v,E,T)}this.setIndex(p),this.setAttribute("position",new ht(g,3)),this.setAttribute("normal",new ht(y,3)),this.setAttribute("uv",new ht(x,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new n(e.radius,e.widthSegments,e.heightSegments,e.phiStart,e.phiLength,e.thetaStart,e.thetaLength)}};var ca=class extends Nt{constructor(e=null){if(super(),this.type="WireframeGeometry",this.parameters={geometry:e},e!==null){let t=[],i=new Set,s=new U,r=new U;if(e.index!==null){let o=e.attributes.position,a=e.index,c=e.groups;c.length===0&&(c=[{start:0,count:a.count,materialIndex:0}]);for(let l=0,u=c.length;l<u;++l){let d=c[l],h=d.start,p=d.count;for(let g=h,y=h+p;g<y;g+=3)for(let x=0;x<3;x++){let m=a.getX(g+x),b=a.getX(g+(x+1)%3);s.fromBufferAttribute(o,m),r.fromBufferAttribute(o,b),ym(s,r,i)===!0&&(t.push(s.x,s.y,s.z),t.push(r.x,r.y,r.z))}}}else{let o=e.attributes.position;for(let a=0,c=o.count/3;a<c;a++)for(let l=0;l<3;l++){let u=3*a+l,d=3*a+(l+1)%3;s.fromBufferAttribute(o,u),r.fromBufferAttribute(o,d),ym(s,r,i)===!0&&(t.push(s.x,s.y,s.z),t.push(r.x,r.y,r.z))}}this.setAttribute("position",new ht(t,3))}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}};function ym(n,e,t){let i=`${n.x},${n.y},${n.z}-${e.x},${e.y},${e.z}`,s=`${e.x},${e.y},${e.z}-${n.x},${n.y},${n.z}`;return t.has(i)===!0||t.has(s)===!0?!1:(t.add(i),t.add(s),!0)}function yr(n){let e={};for(let t in n){e[t]={};for(let i in n[t]){let s=n[t][i];if(bm(s))s.isRenderTargetTexture?(Ie("UniformsUtils: Textures of render targets cannot be cloned via cloneUniforms() or mergeUniforms()."),e[t][i]=null):e[t][i]=s.clone();else if(Array.isArray(s))if(bm(s[0])){let r=[];for(let o=0,a=s.length;o<a;o++)r[o]=s[o].clone();e[t][i]=r}else e[t][i]=s.slice();else e[t][i]=s}}return e}function In(n){let e={};for(let t=0;t<n.length;t++){let i=yr(n[t]);for(let s in i)e[s]=i[s]}return e}function bm(n){return n&&(n.isColor||n.isMatrix3||n.isMatrix4||n.isVector2||n.isVector3||n.isVector4||n.isTexture||n.isQuaternion)}function m_(n){let e=[];for(let t=0;t<n.length;t++)e.push(n[t].clone());return e}function dd(n){let e=n.getRenderTarget();return e===null?n.outputColorSpace:e.isXRRenderTarget===!0?e.texture.colorSpace:et.workingColorSpace}var gg={clone:yr,merge:In},g_=`void main() {
	gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
}`,x_=`void main() {
	gl_FragColor = vec4( 1.0, 0.0, 0.0, 1.0 );
}`,oi=class extends $t{constructor(e){super(),this.isShaderMaterial=!0,this.type="ShaderMaterial",this.defines={},this.uniforms={},this.uniformsGroups=[],this.vertexShader=g_,this.fragmentShader=x_,this.linewidth=1,this.wireframe=!1,this.wireframeLinewidth=1,this.fog=!1,this.lights=!1,this.clipping=!1,this.forceSinglePass=!0,this.extensions={clipCullDistance:!1,multiDraw:!1},this.defaultAttributeValues={color:[1,1,1],uv:[0,0],uv1:[0,0]},this.index0AttributeName=void 0,this.uniformsNeedUpdate=!1,this.glslVersion=null,e!==void 0&&this.setValues(e)}copy(e){return super.copy(e),this.fragmentShader=e.fragmentShader,this.vertexShader=e.vertexShader,this.uniforms=yr(e.uniforms),this.uniformsGroups=m_(e.uniformsGroups),this.defines=Object.assign({},e.defines),this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.fog=e.fog,this.lights=e.lights,this.clipping=e.clipping,this.extensions=Object.assign({},e.extensions),this.glslVersion=e.glslVersion,this.defaultAttributeValues=Object.assign({},e.defaultAttributeValues),this.index0AttributeName=e.index0AttributeName,this.uniformsNeedUpdate=e.uniformsNeedUpdate,this}toJSON(e){let t=super.toJSON(e);t.glslVersion=this.glslVersion,t.uniforms={};for(let s in this.uniforms){let o=this.uniforms[s].value;o&&o.isTexture?t.uniforms[s]={type:"t",value:o.toJSON(e).uuid}:o&&o.isColor?t.uniforms[s]={type:"c",value:o.getHex()}:o&&o.isVector2?t.uniforms[s]={type:"v2",value:o.toArray()}:o&&o.isVector3?t.uniforms[s]={type:"v3",value:o.toArray()}:o&&o.isVector4?t.uniforms[s]={type:"v4",value:o.toArray()}:o&&o.isMatrix3?t.uniforms[s]={type:"m3",value:o.toArray()}:o&&o.isMatrix4?t.uniforms[s]={type:"m4",value:o.toArray()}:t.uniforms[s]={value:o}}Object.keys(this.defines).length>0&&(t.defines=this.defines),t.vertexShader=this.vertexShader,t.fragmentShader=this.fragmentShader,t.lights=this.lights,t.clipping=this.clipping;let i={};for(let s in this.extensions)this.extensions[s]===!0&&(i[s]=!0);return Object.keys(i).length>0&&(t.extensions=i),t}fromJSON(e,t){if(super.fromJSON(e,t),e.uniforms!==void 0)for(let i in e.uniforms){let s=e.uniforms[i];switch(this.uniforms[i]={},s.type){case"t":this.uniforms[i].value=t[s.value]||null;break;case"c":this.uniforms[i].value=new pe().setHex(s.value);break;case"v2":this.uniforms[i].value=new Ne().fromArray(s.value);break;case"v3":this.uniforms[i].value=new U().fromArray(s.value);break;case"v4":this.uniforms[i].value=new Tt().fromArray(s.value);break;case"m3":this.uniforms[i].value=new He().fromArray(s.value);break;case"m4":this.uniforms[i].value=new Xe().fromArray(s.value);break;default:this.uniforms[i].value=s.value}}if(e.defines!==void 0&&(this.defines=e.defines),e.vertexShader!==void 0&&(this.vertexShader=e.vertexShader),e.fragmentShader!==void 0&&(this.fragmentShader=e.fragmentShader),e.glslVersion!==void 0&&(this.glslVersion=e.glslVersion),e.extensions!==void 0)for(let i in e.extensions)this.extensions[i]=e.extensions[i];return e.lights!==void 0&&(this.lights=e.lights),e.clipping!==void 0&&(this.clipping=e.clipping),this}},Jl=class extends oi{constructor(e){super(e),this.isRawShaderMaterial=!0,this.type="RawShaderMaterial"}},ai=class extends $t{constructor(e){super(),this.isMeshStandardMaterial=!0,this.type="MeshStandardMaterial",this.defines={STANDARD:""},this.color=new pe(16777215),this.roughness=1,this.metalness=0,this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.emissive=new pe(0),this.emissiveIntensity=1,this.emissiveMap=null,this.bumpMap=null,this.bumpScale=1,this.normalMap=null,this.normalMapType=Ls,this.normalScale=new Ne(1,1),this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.roughnessMap=null,this.metalnessMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new Mi,this.envMapIntensity=1,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.flatShading=!1,this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.defines={STANDARD:""},this.color.copy(e.color),this.roughness=e.roughness,this.metalness=e.metalness,this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.emissive.copy(e.emissive),this.emissiveMap=e.emissiveMap,this.emissiveIntensity=e.emissiveIntensity,this.bumpMap=e.bumpMap,this.bumpScale=e.bumpScale,this.normalMap=e.normalMap,this.normalMapType=e.normalMapType,this.normalScale.copy(e.normalScale),this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.roughnessMap=e.roughnessMap,this.metalnessMap=e.metalnessMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.envMapIntensity=e.envMapIntensity,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.flatShading=e.flatShading,this.fog=e.fog,this}},Bn=class extends ai{constructor(e){super(),this.isMeshPhysicalMaterial=!0,this.defines={STANDARD:"",PHYSICAL:""},this.type="MeshPhysicalMaterial",this.anisotropyRotation=0,this.anisotropyMap=null,this.clearcoatMap=null,this.clearcoatRoughness=0,this.clearcoatRoughnessMap=null,this.clearcoatNormalScale=new Ne(1,1),this.clearcoatNormalMap=null,this.diffuseRoughnessMap=null,this.ior=1.5,Object.defineProperty(this,"reflectivity",{get:function(){return tt(2.5*(this.ior-1)/(this.ior+1),0,1)},set:function(t){this.ior=(1+.4*t)/(1-.4*t)}}),this.iridescenceMap=null,this.iridescenceIOR=1.3,this.iridescenceThicknessMinimum=100,this.iridescenceThicknessMaximum=400,this.iridescenceThicknessMap=null,this.sheenColor=new pe(0),this.sheenColorMap=null,this.sheenRoughness=1,this.sheenRoughnessMap=null,this.transmissionMap=null,this.thickness=0,this.thicknessMap=null,this.attenuationDistance=1/0,this.attenuationColor=new pe(1,1,1),this.specularIntensity=1,this.specularIntensityMap=null,this.specularColor=new pe(1,1,1),this.specularColorMap=null,this._anisotropy=0,this._clearcoat=0,this._diffuseRoughness=0,this._dispersion=0,this._iridescence=0,this._retroreflectivity=0,this._sheen=0,this._transmission=0,this.setValues(e)}get anisotropy(){return this._anisotropy}set anisotropy(e){this._anisotropy>0!=e>0&&this.version++,this._anisotropy=e}get clearcoat(){return this._clearcoat}set clearcoat(e){this._clearcoat>0!=e>0&&this.version++,this._clearcoat=e}get diffuseRoughness(){return this._diffuseRoughness}set diffuseRoughness(e){this._diffuseRoughness>0!=e>0&&this.version++,this._diffuseRoughness=e}get iridescence(){return this._iridescence}set iridescence(e){this._iridescence>0!=e>0&&this.version++,this._iridescence=e}get dispersion(){return this._dispersion}set dispersion(e){this._dispersion>0!=e>0&&this.version++,this._dispersion=e}get retroreflectivity(){return this._retroreflectivity}set retroreflectivity(e){this._retroreflectivity>0!=e>0&&this.version++,this._retroreflectivity=e}get sheen(){return this._sheen}set sheen(e){this._sheen>0!=e>0&&this.version++,this._sheen=e}get transmission(){return this._transmission}set transmission(e){this._transmission>0!=e>0&&this.version++,this._transmission=e}get iridescenceThicknessRange(){return ir('MeshPhysicalMaterial: The "iridescenceThicknessRange" property has been replaced by "iridescenceThicknessMinimum" and "iridescenceThicknessMaximum".'),[this.iridescenceThicknessMinimum,this.iridescenceThicknessMaximum]}set iridescenceThicknessRange(e){ir('MeshPhysicalMaterial: The "iridescenceThicknessRange" property has been replaced by "iridescenceThicknessMinimum" and "iridescenceThicknessMaximum".'),this.iridescenceThicknessMinimum=e[0],this.iridescenceThicknessMaximum=e[1]}copy(e){return super.copy(e),this.defines={STANDARD:"",PHYSICAL:""},this.anisotropy=e.anisotropy,this.anisotropyRotation=e.anisotropyRotation,this.anisotropyMap=e.anisotropyMap,this.clearcoat=e.clearcoat,this.clearcoatMap=e.clearcoatMap,this.clearcoatRoughness=e.clearcoatRoughness,this.clearcoatRoughnessMap=e.clearcoatRoughnessMap,this.clearcoatNormalMap=e.clearcoatNormalMap,this.clearcoatNormalScale.copy(e.clearcoatNormalScale),this.diffuseRoughness=e.diffuseRoughness,this.diffuseRoughnessMap=e.diffuseRoughnessMap,this.dispersion=e.dispersion,this.ior=e.ior,this.iridescence=e.iridescence,this.iridescenceMap=e.iridescenceMap,this.iridescenceIOR=e.iridescenceIOR,this.iridescenceThicknessMinimum=e.iridescenceThicknessMinimum,this.iridescenceThicknessMaximum=e.iridescenceThicknessMaximum,this.iridescenceThicknessMap=e.iridescenceThicknessMap,this.retroreflectivity=e.retroreflectivity,this.sheen=e.sheen,this.sheenColor.copy(e.sheenColor),this.sheenColorMap=e.sheenColorMap,this.sheenRoughness=e.sheenRoughness,this.sheenRoughnessMap=e.sheenRoughnessMap,this.transmission=e.transmission,this.transmissionMap=e.transmissionMap,this.thickness=e.thickness,this.thicknessMap=e.thicknessMap,this.attenuationDistance=e.attenuationDistance,this.attenuationColor.copy(e.attenuationColor),this.specularIntensity=e.specularIntensity,this.specularIntensityMap=e.specularIntensityMap,this.specularColor.copy(e.specularColor),this.specularColorMap=e.specularColorMap,this}},ua=class extends $t{constructor(e){super(),this.isMeshPhongMaterial=!0,this.type="MeshPhongMaterial",this.color=new pe(16777215),this.specular=new pe(1118481),this.shininess=30,this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.emissive=new pe(0),this.emissiveIntensity=1,this.emissiveMap=null,this.bumpMap=null,this.bumpScale=1,this.normalMap=null,this.normalMapType=Ls,this.normalScale=new Ne(1,1),this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new Mi,this.combine=Ea,this.reflectivity=1,this.envMapIntensity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.flatShading=!1,this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.specular.copy(e.specular),this.shininess=e.shininess,this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.emissive.copy(e.emissive),this.emissiveMap=e.emissiveMap,this.emissiveIntensity=e.emissiveIntensity,this.bumpMap=e.bumpMap,this.bumpScale=e.bumpScale,this.normalMap=e.normalMap,this.normalMapType=e.normalMapType,this.normalScale.copy(e.normalScale),this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.specularMap=e.specularMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.combine=e.combine,this.reflectivity=e.reflectivity,this.envMapIntensity=e.envMapIntensity,this.refractionRatio=e.refractionRatio,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.flatShading=e.flatShading,this.fog=e.fog,this}};var ha=class extends $t{constructor(e){super(),this.isMeshNormalMaterial=!0,this.type="MeshNormalMaterial",this.bumpMap=null,this.bumpScale=1,this.normalMap=null,this.normalMapType=Ls,this.normalScale=new Ne(1,1),this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.wireframe=!1,this.wireframeLinewidth=1,this.flatShading=!1,this.setValues(e)}copy(e){return super.copy(e),this.bumpMap=e.bumpMap,this.bumpScale=e.bumpScale,this.normalMap=e.normalMap,this.normalMapType=e.normalMapType,this.normalScale.copy(e.normalScale),this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.flatShading=e.flatShading,this}},da=class extends $t{constructor(e){super(),this.isMeshLambertMaterial=!0,this.type="MeshLambertMaterial",this.color=new pe(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.emissive=new pe(0),this.emissiveIntensity=1,this.emissiveMap=null,this.bumpMap=null,this.bumpScale=1,this.normalMap=null,this.normalMapType=Ls,this.normalScale=new Ne(1,1),this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new Mi,this.combine=Ea,this.reflectivity=1,this.envMapIntensity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.flatShading=!1,this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.emissive.copy(e.emissive),this.emissiveMap=e.emissiveMap,this.emissiveIntensity=e.emissiveIntensity,this.bumpMap=e.bumpMap,this.bumpScale=e.bumpScale,this.normalMap=e.normalMap,this.normalMapType=e.normalMapType,this.normalScale.copy(e.normalScale),this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.specularMap=e.specularMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.combine=e.combine,this.reflectivity=e.reflectivity,this.envMapIntensity=e.envMapIntensity,this.refractionRatio=e.refractionRatio,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.flatShading=e.flatShading,this.fog=e.fog,this}},ro=class extends $t{constructor(e){super(),this.isMeshDepthMaterial=!0,this.type="MeshDepthMaterial",this.depthPacking=ig,this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.wireframe=!1,this.wireframeLinewidth=1,this.setValues(e)}copy(e){return super.copy(e),this.depthPacking=e.depthPacking,this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this}},Ql=class extends $t{constructor(e){super(),this.isMeshDistanceMaterial=!0,this.type="MeshDistanceMaterial",this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.setValues(e)}copy(e){return super.copy(e),this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this}},fa=class extends $t{constructor(e){super(),this.isMeshMatcapMaterial=!0,this.defines={MATCAP:""},this.type="MeshMatcapMaterial",this.color=new pe(16777215),this.matcap=null,this.map=null,this.bumpMap=null,this.bumpScale=1,this.normalMap=null,this.normalMapType=Ls,this.normalScale=new Ne(1,1),this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.alphaMap=null,this.wireframe=!1,this.wireframeLinewidth=1,this.flatShading=!1,this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.defines={MATCAP:""},this.color.copy(e.color),this.matcap=e.matcap,this.map=e.map,this.bumpMap=e.bumpMap,this.bumpScale=e.bumpScale,this.normalMap=e.normalMap,this.normalMapType=e.normalMapType,this.normalScale.copy(e.normalScale),this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.alphaMap=e.alphaMap,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.flatShading=e.flatShading,this.fog=e.fog,this}};function ws(n,e){return!n||n.constructor===e?n:typeof e.BYTES_PER_ELEMENT=="number"?new e(n):Array.prototype.slice.call(n)}function qo(n){return n!==void 0&&n.inTangents!==void 0&&n.outTangents!==void 0}function __(n){function e(s,r){return n[s]-n[r]}let t=n.length,i=new Array(t);for(let s=0;s!==t;++s)i[s]=s;return i.sort(e),i}function Mm(n,e,t){let i=n.length,s=new n.constructor(i);for(let r=0,o=0;o!==i;++r){let a=t[r]*e;for(let c=0;c!==e;++c)s[o++]=n[a+c]}return s}function v_(n,e,t,i){let s=1,r=n[0];for(;r!==void 0&&r[i]===void 0;)r=n[s++];if(r===void 0)return;let o=r[i];if(o!==void 0)if(Array.isArray(o))do o=r[i],o!==void 0&&(e.push(r.time),t.push(...o)),r=n[s++];while(r!==void 0);else if(o.toArray!==void 0)do o=r[i],o!==void 0&&(e.push(r.time),o.toArray(t,t.length)),r=n[s++];while(r!==void 0);else do o=r[i],o!==void 0&&(e.push(r.time),t.push(o)),r=n[s++];while(r!==void 0)}var ki=class{constructor(e,t,i,s){this.parameterPositions=e,this._cachedIndex=0,this.resultBuffer=s!==void 0?s:new t.constructor(i),this.sampleValues=t,this.valueSize=i,this.settings=null,this.DefaultSettings_={}}evaluate(e){let t=this.parameterPositions,i=this._cachedIndex,s=t[i],r=t[i-1];e:{t:{let o;n:{i:if(!(e<s)){for(let a=i+2;;){if(s===void 0){if(e<r)break i;return i=t.length,this._cachedIndex=i,this.copySampleValue_(i-1)}if(i===a)break;if(r=s,s=t[++i],e<s)break t}o=t.length;break n}if(!(e>=r)){let a=t[1];e<a&&(i=2,r=a);for(let c=i-2;;){if(r===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(i===c)break;if(s=r,r=t[--i-1],e>=r)break t}o=i,i=0;break n}break e}for(;i<o;){let a=i+o>>>1;e<t[a]?o=a:i=a+1}if(s=t[i],r=t[i-1],r===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(s===void 0)return i=t.length,this._cachedIndex=i,this.copySampleValue_(i-1)}this._cachedIndex=i,this.intervalChanged_(i,r,s)}return this.interpolate_(i,r,e,s)}getSettings_(){return this.settings||this.DefaultSettings_}copySampleValue_(e){let t=this.resultBuffer,i=this.sampleValues,s=this.valueSize,r=e*s;for(let o=0;o!==s;++o)t[o]=i[r+o];return t}interpolate_(){throw new Error("THREE.Interpolant: Call to abstract method.")}intervalChanged_(){}},ec=class extends ki{constructor(e,t,i,s){super(e,t,i,s),this._weightPrev=-0,this._offsetPrev=-0,this._weightNext=-0,this._offsetNext=-0,this.DefaultSettings_={endingStart:Eh,endingEnd:Eh}}intervalChanged_(e,t,i){let s=this.parameterPositions,r=e-2,o=e+1,a=s[r],c=s[o];if(a===void 0)switch(this.getSettings_().endingStart){case Ah:r=e,a=2*t-i;break;case Rh:r=s.length-2,a=t+s[r]-s[r+1];break;default:r=e,a=i}if(c===void 0)switch(this.getSettings_().endingEnd){case Ah:o=e,c=2*i-t;break;case Rh:o=1,c=i+s[1]-s[0];break;default:o=e-1,c=t}let l=(i-t)*.5,u=this.valueSize;this._weightPrev=l/(t-a),this._weightNext=l/(c-i),this._offsetPrev=r*u,this._offsetNext=o*u}interpolate_(e,t,i,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,c=e*a,l=c-a,u=this._offsetPrev,d=this._offsetNext,h=this._weightPrev,p=this._weightNext,g=(i-t)/(s-t),y=g*g,x=y*g,m=-h*x+2*h*y-h*g,b=(1+h)*x+(-1.5-2*h)*y+(-.5+h)*g+1,M=(-1-p)*x+(1.5+p)*y+.5*g,v=p*x-p*y;for(let E=0;E!==a;++E)r[E]=m*o[u+E]+b*o[l+E]+M*o[c+E]+v*o[d+E];return r}},tc=class extends ki{constructor(e,t,i,s){super(e,t,i,s)}interpolate_(e,t,i,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,c=e*a,l=c-a,u=(i-t)/(s-t),d=1-u;for(let h=0;h!==a;++h)r[h]=o[l+h]*d+o[c+h]*u;return r}},nc=class extends ki{constructor(e,t,i,s){super(e,t,i,s)}interpolate_(e){return this.copySampleValue_(e-1)}},ic=class extends ki{interpolate_(e,t,i,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,c=e*a,l=c-a,u=this.inTangents,d=this.outTangents;if(!u||!d){let g=(i-t)/(s-t),y=1-g;for(let x=0;x!==a;++x)r[x]=o[l+x]*y+o[c+x]*g;return r}let h=a*2,p=e-1;for(let g=0;g!==a;++g){let y=o[l+g],x=o[c+g],m=p*h+g*2,b=d[m],M=d[m+1],v=e*h+g*2,E=u[v],T=u[v+1],_=b_(i,t,b,E,s);r[g]=xg(_,y,M,T,x)}return r}};function xg(n,e,t,i,s){let r=1-n;return r*r*r*e+3*r*r*n*t+3*r*n*n*i+n*n*n*s}function y_(n,e,t,i,s){let r=1-n;return 3*r*r*(t-e)+6*r*n*(i-t)+3*n*n*(s-i)}function b_(n,e,t,i,s){let r=(n-e)/(s-e);for(let o=0;o<8;o++){let a=xg(r,e,t,i,s)-n;if(Math.abs(a)<1e-10)break;let c=y_(r,e,t,i,s);if(Math.abs(c)<1e-10)break;r=Math.max(0,Math.min(1,r-a/c))}return r}var Gn=class{constructor(e,t,i,s){if(e===void 0)throw new Error("THREE.KeyframeTrack: track name is undefined");if(t===void 0||t.length===0)throw new Error("THREE.KeyframeTrack: no keyframes in track named "+e);this.name=e,this.times=ws(t,this.TimeBufferType),this.values=ws(i,this.ValueBufferType),this.setInterpolation(s||this.DefaultInterpolation)}static toJSON(e){let t=e.constructor,i;if(t.toJSON!==this.toJSON)i=t.toJSON(e);else{i={name:e.name,times:ws(e.times,Array),values:ws(e.values,Array)};let s=e.getInterpolation();s!==e.DefaultInterpolation&&(i.interpolation=s),qo(e.settings)&&(i.settings={inTangents:ws(e.settings.inTangents,Array),outTangents:ws(e.settings.outTangents,Array)})}return i.type=e.ValueTypeName,i}InterpolantFactoryMethodDiscrete(e){return new nc(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodLinear(e){return new tc(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodSmooth(e){return new ec(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodBezier(e){let t=new ic(this.times,this.values,this.getValueSize(),e);return this.settings&&(t.inTangents=this.settings.inTangents,t.outTangents=this.settings.outTangents),t}setInterpolation(e){let t;switch(e){case sr:t=this.InterpolantFactoryMethodDiscrete;break;case rr:t=this.InterpolantFactoryMethodLinear;break;case Ol:t=this.InterpolantFactoryMethodSmooth;break;case Th:t=this.InterpolantFactoryMethodBezier;break}if(t===void 0){let i="unsupported interpolation for "+this.ValueTypeName+" keyframe track named "+this.name;if(this.createInterpolant===void 0)if(e!==this.DefaultInterpolation)this.setInterpolation(this.DefaultInterpolation);else throw new Error(i);return Ie("KeyframeTrack:",i),this}return this.createInterpolant=t,this}getInterpolation(){switch(this.createInterpolant){case this.InterpolantFactoryMethodDiscrete:return sr;case this.InterpolantFactoryMethodLinear:return rr;case this.InterpolantFactoryMethodSmooth:return Ol;case this.InterpolantFactoryMethodBezier:return Th}}getValueSize(){return this.values.length/this.times.length}shift(e){if(e!==0){let t=this.times;for(let i=0,s=t.length;i!==s;++i)t[i]+=e;qo(this.settings)&&(Sm(this.settings.inTangents,e),Sm(this.settings.outTangents,e))}return this}scale(e){if(e!==1){let t=this.times;for(let i=0,s=t.length;i!==s;++i)t[i]*=e;qo(this.settings)&&(wm(this.settings.inTangents,e),wm(this.settings.outTangents,e))}return this}trim(e,t){let i=this.times,s=i.length,r=0,o=s-1;for(;r!==s&&i[r]<e;)++r;for(;o!==-1&&i[o]>t;)--o;if(++o,r!==0||o!==s){r>=o&&(o=Math.max(o,1),r=o-1);let a=this.getValueSize();this.times=i.slice(r,o),this.values=this.values.slice(r*a,o*a)}return this}validate(){let e=!0,t=this.getValueSize();t-Math.floor(t)!==0&&(ze("KeyframeTrack: Invalid value size in track.",this),e=!1);let i=this.times,s=this.values,r=i.length;r===0&&(ze("KeyframeTrack: Track is empty.",this),e=!1);let o=null;for(let a=0;a!==r;a++){let c=i[a];if(typeof c=="number"&&isNaN(c)){ze("KeyframeTrack: Time is not a valid number.",this,a,c),e=!1;break}if(o!==null&&o>c){ze("KeyframeTrack: Out of order keys.",this,a,c,o),e=!1;break}o=c}if(s!==void 0&&Lx(s))for(let a=0,c=s.length;a!==c;++a){let l=s[a];if(isNaN(l)){ze("KeyframeTrack: Value is not a valid number.",this,a,l),e=!1;break}}return e}optimize(){let e=this.times.slice(),t=this.values.slice(),i=this.getValueSize(),s=this.getInterpolation()===Ol,r=e.length-1,o=1;for(let a=1;a<r;++a){let c=!1,l=e[a],u=e[a+1];if(l!==u&&(a!==1||l!==e[0]))if(s)c=!0;else{let d=a*i,h=d-i,p=d+i;for(let g=0;g!==i;++g){let y=t[d+g];if(y!==t[h+g]||y!==t[p+g]){c=!0;break}}}if(c){if(a!==o){e[o]=e[a];let d=a*i,h=o*i;for(let p=0;p!==i;++p)t[h+p]=t[d+p]}++o}}if(r>0){e[o]=e[r];for(let a=r*i,c=o*i,l=0;l!==i;++l)t[c+l]=t[a+l];++o}return o!==e.length?(this.times=e.slice(0,o),this.values=t.slice(0,o*i)):(this.times=e,this.values=t),this}clone(){let e=this.times.slice(),t=this.values.slice(),i=this.constructor,s=new i(this.name,e,t);return s.createInterpolant=this.createInterpolant,qo(this.settings)&&(s.settings={inTangents:this.settings.inTangents.slice(),outTangents:this.settings.outTangents.slice()}),s}};function Sm(n,e){for(let t=0,i=n.length;t!==i;t+=2)n[t]+=e}function wm(n,e){for(let t=0,i=n.length;t!==i;t+=2)n[t]*=e}Gn.prototype.ValueTypeName="";Gn.prototype.TimeBufferType=Float32Array;Gn.prototype.ValueBufferType=Float32Array;Gn.prototype.DefaultInterpolation=rr;var os=class extends Gn{constructor(e,t,i){super(e,t,i)}};os.prototype.ValueTypeName="bool";os.prototype.ValueBufferType=Array;os.prototype.DefaultInterpolation=sr;os.prototype.InterpolantFactoryMethodLinear=void 0;os.prototype.InterpolantFactoryMethodSmooth=void 0;var pa=class extends Gn{constructor(e,t,i,s){super(e,t,i,s)}};pa.prototype.ValueTypeName="color";var as=class extends Gn{constructor(e,t,i,s){super(e,t,i,s)}};as.prototype.ValueTypeName="number";var sc=class extends ki{constructor(e,t,i,s){super(e,t,i,s)}interpolate_(e,t,i,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,c=(i-t)/(s-t),l=e*a;for(let u=l+a;l!==u;l+=4)Rn.slerpFlat(r,0,o,l-a,o,l,c);return r}},ls=class extends Gn{constructor(e,t,i,s){super(e,t,i,s)}InterpolantFactoryMethodLinear(e){return new sc(this.times,this.values,this.getValueSize(),e)}};ls.prototype.ValueTypeName="quaternion";ls.prototype.InterpolantFactoryMethodSmooth=void 0;var cs=class extends Gn{constructor(e,t,i){super(e,t,i)}};cs.prototype.ValueTypeName="string";cs.prototype.ValueBufferType=Array;cs.prototype.DefaultInterpolation=sr;cs.prototype.InterpolantFactoryMethodLinear=void 0;cs.prototype.InterpolantFactoryMethodSmooth=void 0;var Rs=class extends Gn{constructor(e,t,i,s){super(e,t,i,s)}};Rs.prototype.ValueTypeName="vector";var ma=class{constructor(e="",t=-1,i=[],s=ng){this.name=e,this.tracks=i,this.duration=t,this.blendMode=s,this.uuid=Oi(),this.userData={},this.duration<0&&this.resetDuration()}static parse(e){let t=[],i=e.tracks,s=1/(e.fps||1);for(let o=0,a=i.length;o!==a;++o)t.push(S_(i[o]).scale(s));let r=new this(e.name,e.duration,t,e.blendMode);return r.uuid=e.uuid,r.userData=JSON.parse(e.userData||"{}"),r}static toJSON(e){let t=[],i=e.tracks,s={name:e.name,duration:e.duration,tracks:t,uuid:e.uuid,blendMode:e.blendMode,userData:JSON.stringify(e.userData)};for(let r=0,o=i.length;r!==o;++r)t.push(Gn.toJSON(i[r]));return s}static CreateFromMorphTargetSequence(e,t,i,s){let r=t.length,o=[];for(let a=0;a<r;a++){let c=[],l=[];c.push((a+r-1)%r,a,(a+1)%r),l.push(0,1,0);let u=__(c);c=Mm(c,1,u),l=Mm(l,1,u),!s&&c[0]===0&&(c.push(r),l.push(l[0])),o.push(new as(".morphTargetInfluences["+t[a].name+"]",c,l).scale(1/i))}return new this(e,-1,o)}static findByName(e,t){let i=e;if(!Array.isArray(e)){let s=e;i=s.geometry&&s.geometry.animations||s.animations}for(let s=0;s<i.length;s++)if(i[s].name===t)return i[s];return null}static CreateClipsFromMorphTargetSequences(e,t,i){let s={},r=/^([\w-]*?)([\d]+)$/;for(let a=0,c=e.length;a<c;a++){let l=e[a],u=l.name.match(r);if(u&&u.length>1){let d=u[1],h=s[d];h||(s[d]=h=[]),h.push(l)}}let o=[];for(let a in s)o.push(this.CreateFromMorphTargetSequence(a,s[a],t,i));return o}resetDuration(){let e=this.tracks,t=0;for(let i=0,s=e.length;i!==s;++i){let r=this.tracks[i];t=Math.max(t,r.times[r.times.length-1])}return this.duration=t,this}trim(){for(let e=0;e<this.tracks.length;e++)this.tracks[e].trim(0,this.duration);return this}validate(){let e=!0;for(let t=0;t<this.tracks.length;t++)e=e&&this.tracks[t].validate();return e}optimize(){for(let e=0;e<this.tracks.length;e++)this.tracks[e].optimize();return this}clone(){let e=[];for(let i=0;i<this.tracks.length;i++)e.push(this.tracks[i].clone());let t=new this.constructor(this.name,this.duration,e,this.blendMode);return t.userData=JSON.parse(JSON.stringify(this.userData)),t}toJSON(){return this.constructor.toJSON(this)}};function M_(n){switch(n.toLowerCase()){case"scalar":case"double":case"float":case"number":case"integer":return as;case"vector":case"vector2":case"vector3":case"vector4":return Rs;case"color":return pa;case"quaternion":return ls;case"bool":case"boolean":return os;case"string":return cs}throw new Error("THREE.KeyframeTrack: Unsupported typeName: "+n)}function S_(n){if(n.type===void 0)throw new Error("THREE.KeyframeTrack: track type undefined, can not parse");let e=M_(n.type);if(n.times===void 0){let i=[],s=[];v_(n.keys,i,s,"value"),n.times=i,n.values=s}let t;return e.parse!==void 0?t=e.parse(n):t=new e(n.name,n.times,n.values,n.interpolation),qo(n.settings)&&(t.settings={inTangents:ws(n.settings.inTangents,Float32Array),outTangents:ws(n.settings.outTangents,Float32Array)}),t}var Li={enabled:!1,files:{},add:function(n,e){this.enabled!==!1&&(Tm(n)||(this.files[n]=e))},get:function(n){if(this.enabled!==!1&&!Tm(n))return this.files[n]},remove:function(n){delete this.files[n]},clear:function(){this.files={}}};function Tm(n){try{let e=n.slice(n.indexOf(":")+1);return new URL(e).protocol==="blob:"}catch{return!1}}var rc=class{constructor(e,t,i){let s=this,r=!1,o=0,a=0,c,l=[];this.onStart=void 0,this.onLoad=e,this.onProgress=t,this.onError=i,this._abortController=null,this.itemStart=function(u){a++,r===!1&&s.onStart!==void 0&&s.onStart(u,o,a),r=!0},this.itemEnd=function(u){o++,s.onProgress!==void 0&&s.onProgress(u,o,a),o===a&&(r=!1,s.onLoad!==void 0&&s.onLoad())},this.itemError=function(u){s.onError!==void 0&&s.onError(u)},this.resolveURL=function(u){return u=u.normalize("NFC"),c?c(u):u},this.setURLModifier=function(u){return c=u,this},this.addHandler=function(u,d){return l.push(u,d),this},this.removeHandler=function(u){let d=l.indexOf(u);return d!==-1&&l.splice(d,2),this},this.getHandler=function(u){for(let d=0,h=l.length;d<h;d+=2){let p=l[d],g=l[d+1];if(p.global&&(p.lastIndex=0),p.test(u))return g}return null},this.abort=function(){return this.abortController.abort(),this._abortController=null,this}}get abortController(){return this._abortController||(this._abortController=new AbortController),this._abortController}},_g=new rc,Pn=class{constructor(e){this.manager=e!==void 0?e:_g,this.crossOrigin="anonymous",this.withCredentials=!1,this.path="",this.resourcePath="",this.requestHeader={},this.priority="auto",this.cache="default",typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}load(){}loadAsync(e,t){let i=this;return new Promise(function(s,r){i.load(e,s,t,r)})}parse(){}setCrossOrigin(e){return this.crossOrigin=e,this}setWithCredentials(e){return this.withCredentials=e,this}setPath(e){return this.path=e,this}setResourcePath(e){return this.resourcePath=e,this}setRequestHeader(e){return this.requestHeader=e,this}setPriority(e){return this.priority=e,this}setCache(e){return this.cache=e,this}abort(){return this}};Pn.DEFAULT_MATERIAL_NAME="__DEFAULT";var Qi={},Ph=class extends Error{constructor(e,t){super(e),this.response=t}},li=class extends Pn{constructor(e){super(e),this.mimeType="",this.responseType="",this._abortController=new AbortController}load(e,t,i,s){e===void 0&&(e=""),this.path!==void 0&&(e=this.path+e),e=this.manager.resolveURL(e);let r=Li.get(`file:${e}`);if(r!==void 0){this.manager.itemStart(e),setTimeout(()=>{t&&t(r),this.manager.itemEnd(e)},0);return}if(Qi[e]!==void 0){Qi[e].push({onLoad:t,onProgress:i,onError:s});return}Qi[e]=[],Qi[e].push({onLoad:t,onProgress:i,onError:s});let o=new Request(e,{headers:new Headers(this.requestHeader),credentials:this.withCredentials?"include":"same-origin",priority:this.priority,cache:this.cache,signal:typeof AbortSignal.any=="function"?AbortSignal.any([this._abortController.signal,this.manager.abortController.signal]):this._abortController.signal}),a=this.mimeType,c=this.responseType;fetch(o).then(l=>{if(l.status===200||l.status===0){if(l.status===0&&Ie("FileLoader: HTTP Status 0 received."),typeof ReadableStream>"u"||l.body===void 0||l.body.getReader===void 0)return l;let u=Qi[e],d=l.body.getReader(),h=l.headers.get("X-File-Size")||l.headers.get("Content-Length"),p=h?parseInt(h):0,g=p!==0,y=0,x=new ReadableStream({start(m){b();function b(){d.read().then(({done:M,value:v})=>{if(M)m.close();else{y+=v.byteLength;let E=new ProgressEvent("progress",{lengthComputable:g,loaded:y,total:p});for(let T=0,_=u.length;T<_;T++){let S=u[T];S.onProgress&&S.onProgress(E)}m.enqueue(v),b()}},M=>{m.error(M)})}}});return new Response(x)}else throw new Ph(`fetch for "${l.url}" responded with ${l.status}: ${l.statusText}`,l)}).then(l=>{switch(c){case"arraybuffer":return l.arrayBuffer();case"blob":return l.blob();case"document":return l.text().then(u=>new DOMParser().parseFromString(u,a));case"json":return l.json();default:if(a==="")return l.text();{let d=/charset="?([^;"\s]*)"?/i.exec(a),h=d&&d[1]?d[1].toLowerCase():void 0,p=new TextDecoder(h);return l.arrayBuffer().then(g=>p.decode(g))}}}).then(l=>{Li.add(`file:${e}`,l);let u=Qi[e];delete Qi[e];for(let d=0,h=u.length;d<h;d++){let p=u[d];p.onLoad&&p.onLoad(l)}}).catch(l=>{let u=Qi[e];if(u===void 0)throw this.manager.itemError(e),l;delete Qi[e];for(let d=0,h=u.length;d<h;d++){let p=u[d];p.onError&&p.onError(l)}this.manager.itemError(e)}).finally(()=>{this.manager.itemEnd(e)}),this.manager.itemStart(e)}setResponseType(e){return this.responseType=e,this}setMimeType(e){return this.mimeType=e,this}abort(){return this._abortController.abort(),this._abortController=new AbortController,this}};var Gr=new WeakMap,oc=class extends Pn{constructor(e){super(e)}load(e,t,i,s){this.path!==void 0&&(e=this.path+e),e=this.manager.resolveURL(e);let r=this,o=Li.get(`image:${e}`);if(o!==void 0){if(o.complete===!0)r.manager.itemStart(e),setTimeout(function(){t&&t(o),r.manager.itemEnd(e)},0);else{let d=Gr.get(o);d===void 0&&(d=[],Gr.set(o,d)),d.push({onLoad:t,onError:s})}return o}let a=jr("img");function c(){u(),t&&t(this);let d=Gr.get(this)||[];for(let h=0;h<d.length;h++){let p=d[h];p.onLoad&&p.onLoad(this)}Gr.delete(this),r.manager.itemEnd(e)}function l(d){u(),s&&s(d),Li.remove(`image:${e}`);let h=Gr.get(this)||[];for(let p=0;p<h.length;p++){let g=h[p];g.onError&&g.onError(d)}Gr.delete(this),r.manager.itemError(e),r.manager.itemEnd(e)}function u(){a.removeEventListener("load",c,!1),a.removeEventListener("error",l,!1)}return a.addEventListener("load",c,!1),a.addEventListener("error",l,!1),e.slice(0,5)!=="data:"&&this.crossOrigin!==void 0&&(a.crossOrigin=this.crossOrigin),Li.add(`image:${e}`,a),r.manager.itemStart(e),a.fetchPriority=this.priority,a.src=e,a}};var ga=class extends Pn{constructor(e){super(e)}load(e,t,i,s){let r=new ln,o=new oc(this.manager);return o.setPriority(this.priority),o.setCache(this.cache),o.setCrossOrigin(this.crossOrigin),o.setPath(this.path),o.load(e,function(a){r.image=a,r.needsUpdate=!0,t!==void 0&&t(r)},i,s),r}},dr=class extends Dt{static registerNode(e){this.prototype._lightNode=e}constructor(e,t=1){super(),this.isLight=!0,this.type="Light",this.color=new pe(e),this.intensity=t}copy(e,t){return super.copy(e,t),this.color.copy(e.color),this.intensity=e.intensity,this}toJSON(e){let t=super.toJSON(e);return t.object.color=this.color.getHex(),t.object.intensity=this.intensity,t}};var Mh=new Xe,Em=new U,Am=new U,oo=class{constructor(e){this.camera=e,this.intensity=1,this.bias=0,this.biasNode=null,this.normalBias=0,this.radius=1,this.blurSamples=8,this.mapSize=new Ne(512,512),this.mapType=Wn,this.map=null,this.mapPass=null,this.matrix=new Xe,this.autoUpdate=!0,this.needsUpdate=!1,this._frustum=new Es,this._frameExtents=new Ne(1,1),this._viewportCount=1,this._viewports=[new Tt(0,0,1,1)]}getViewportCount(){return this._viewportCount}getCamera(){return this.camera}getFrustum(){return this._frustum}updateMatrices(e){let t=this.camera;Em.setFromMatrixPosition(e.matrixWorld),t.position.copy(Em),Am.setFromMatrixPosition(e.target.matrixWorld),t.lookAt(Am),t.updateMatrixWorld(),this._updateMatrix(t,this.matrix,this._frustum)}_updateMatrix(e,t,i,s){Mh.multiplyMatrices(e.projectionMatrix,e.matrixWorldInverse),i.setFromProjectionMatrix(Mh,e.coordinateSystem,e.reversedDepth);let r=this._frameExtents,o=s?s.z/r.x:1,a=s?s.w/r.y:1,c=s?s.x/r.x:0,l=s?s.y/r.y:0;e.coordinateSystem===Kr||e.reversedDepth?t.set(.5*o,0,0,.5*o+c,0,.5*a,0,.5*a+l,0,0,1,0,0,0,0,1):t.set(.5*o,0,0,.5*o+c,0,.5*a,0,.5*a+l,0,0,.5,.5,0,0,0,1),t.multiply(Mh)}getViewport(e){return this._viewports[e]}getFrameExtents(){return this._frameExtents}dispose(){this.map&&this.map.dispose(),this.mapPass&&this.mapPass.dispose()}copy(e){return this.camera=e.camera.clone(),this.intensity=e.intensity,this.bias=e.bias,this.radius=e.radius,this.autoUpdate=e.autoUpdate,this.needsUpdate=e.needsUpdate,this.normalBias=e.normalBias,this.blurSamples=e.blurSamples,this.mapSize.copy(e.mapSize),this.mapType=e.mapType,this.biasNode=e.biasNode,this}clone(){return new this.constructor().copy(this)}toJSON(){let e={};return e.intensity=this.intensity,e.bias=this.bias,e.normalBias=this.normalBias,e.radius=this.radius,e.blurSamples=this.blurSamples,e.mapSize=this.mapSize.toArray(),e.mapType=this.mapType,e.camera=this.camera.toJSON(!1).object,delete e.camera.matrix,e}},Ul=new U,kl=new Rn,Ii=new U,xa=class extends Dt{constructor(){super(),this.isCamera=!0,this.type="Camera",this.matrixWorldInverse=new Xe,this.projectionMatrix=new Xe,this.projectionMatrixInverse=new Xe,this.coordinateSystem=si,this._reversedDepth=!1}get reversedDepth(){return this._reversedDepth}copy(e,t){return super.copy(e,t),this.matrixWorldInverse.copy(e.matrixWorldInverse),this.projectionMatrix.copy(e.projectionMatrix),this.projectionMatrixInverse.copy(e.projectionMatrixInverse),this.coordinateSystem=e.coordinateSystem,this}getWorldDirection(e){return super.getWorldDirection(e).negate()}updateMatrixWorld(e){super.updateMatrixWorld(e),this.matrixWorld.decompose(Ul,kl,Ii),Ii.x===1&&Ii.y===1&&Ii.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(Ul,kl,Ii.set(1,1,1)).invert()}updateWorldMatrix(e,t,i=!1){super.updateWorldMatrix(e,t,i),this.matrixWorld.decompose(Ul,kl,Ii),Ii.x===1&&Ii.y===1&&Ii.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(Ul,kl,Ii.set(1,1,1)).invert()}clone(){return new this.constructor().copy(this)}},Ss=new U,Rm=new Ne,Cm=new Ne,on=class extends xa{constructor(e=50,t=1,i=.1,s=2e3){super(),this.isPerspectiveCamera=!0,this.type="PerspectiveCamera",this.fov=e,this.zoom=1,this.near=i,this.far=s,this.focus=10,this.aspect=t,this.view=null,this.filmGauge=35,this.filmOffset=0,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.fov=e.fov,this.zoom=e.zoom,this.near=e.near,this.far=e.far,this.focus=e.focus,this.aspect=e.aspect,this.view=e.view===null?null:Object.assign({},e.view),this.filmGauge=e.filmGauge,this.filmOffset=e.filmOffset,this}setFocalLength(e){let t=.5*this.getFilmHeight()/e;this.fov=or*2*Math.atan(t),this.updateProjectionMatrix()}getFocalLength(){let e=Math.tan($o*.5*this.fov);return .5*this.getFilmHeight()/e}getEffectiveFOV(){return or*2*Math.atan(Math.tan($o*.5*this.fov)/this.zoom)}getFilmWidth(){return this.filmGauge*Math.min(this.aspect,1)}getFilmHeight(){return this.filmGauge/Math.max(this.aspect,1)}getViewBounds(e,t,i){Ss.set(-1,-1,.5).applyMatrix4(this.projectionMatrixInverse),t.set(Ss.x,Ss.y).multiplyScalar(-e/Ss.z),Ss.set(1,1,.5).applyMatrix4(this.projectionMatrixInverse),i.set(Ss.x,Ss.y).multiplyScalar(-e/Ss.z)}getViewSize(e,t){return this.getViewBounds(e,Rm,Cm),t.subVectors(Cm,Rm)}setViewOffset(e,t,i,s,r,o){this.aspect=e/t,this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=i,this.view.offsetY=s,this.view.width=r,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=this.near,t=e*Math.tan($o*.5*this.fov)/this.zoom,i=2*t,s=this.aspect*i,r=-.5*s,o=this.view;if(this.view!==null&&this.view.enabled){let c=o.fullWidth,l=o.fullHeight;r+=o.offsetX*s/c,t-=o.offsetY*i/l,s*=o.width/c,i*=o.height/l}let a=this.filmOffset;a!==0&&(r+=e*a/this.getFilmWidth()),this.projectionMatrix.makePerspective(r,r+s,t,t-i,e,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.fov=this.fov,t.object.zoom=this.zoom,t.object.near=this.near,t.object.far=this.far,t.object.focus=this.focus,t.object.aspect=this.aspect,this.view!==null&&(t.object.view=Object.assign({},this.view)),t.object.filmGauge=this.filmGauge,t.object.filmOffset=this.filmOffset,t}},Ih=class extends oo{constructor(){super(new on(50,1,.5,500)),this.isSpotLightShadow=!0,this.focus=1,this.aspect=1}updateMatrices(e){let t=this.camera,i=or*2*e.angle*this.focus,s=this.mapSize.width/this.mapSize.height*this.aspect,r=e.distance||t.far;(i!==t.fov||s!==t.aspect||r!==t.far)&&(t.fov=i,t.aspect=s,t.far=r,t.updateProjectionMatrix()),super.updateMatrices(e)}copy(e){return super.copy(e),this.focus=e.focus,this.aspect=e.aspect,this}toJSON(){let e=super.toJSON();return e.focus=this.focus,e.aspect=this.aspect,e}},_a=class extends dr{constructor(e,t,i=0,s=Math.PI/3,r=0,o=2){super(e,t),this.isSpotLight=!0,this.type="SpotLight",this.position.copy(Dt.DEFAULT_UP),this.updateMatrix(),this.target=new Dt,this.distance=i,this.angle=s,this.penumbra=r,this.decay=o,this.map=null,this.shadow=new Ih}get power(){return this.intensity*Math.PI}set power(e){this.intensity=e/Math.PI}dispose(){super.dispose(),this.shadow.dispose()}copy(e,t){return super.copy(e,t),this.distance=e.distance,this.angle=e.angle,this.penumbra=e.penumbra,this.decay=e.decay,this.target=e.target.clone(),this.map=e.map,this.shadow=e.shadow.clone(),this}toJSON(e){let t=super.toJSON(e);return t.object.distance=this.distance,t.object.angle=this.angle,t.object.decay=this.decay,t.object.penumbra=this.penumbra,t.object.target=this.target.uuid,this.map&&this.map.isTexture&&(t.object.map=this.map.toJSON(e).uuid),t.object.shadow=this.shadow.toJSON(),t}},Lh=class extends oo{constructor(){super(new on(90,1,.5,500)),this.isPointLightShadow=!0}},fr=class extends dr{constructor(e,t,i=0,s=2){super(e,t),this.isPointLight=!0,this.type="PointLight",this.distance=i,this.decay=s,this.shadow=new Lh}get power(){return this.intensity*4*Math.PI}set power(e){this.intensity=e/(4*Math.PI)}dispose(){super.dispose(),this.shadow.dispose()}copy(e,t){return super.copy(e,t),this.distance=e.distance,this.decay=e.decay,this.shadow=e.shadow.clone(),this}toJSON(e){let t=super.toJSON(e);return t.object.distance=this.distance,t.object.decay=this.decay,t.object.shadow=this.shadow.toJSON(),t}},wi=class extends xa{constructor(e=-1,t=1,i=1,s=-1,r=.1,o=2e3){super(),this.isOrthographicCamera=!0,this.type="OrthographicCamera",this.zoom=1,this.view=null,this.left=e,this.right=t,this.top=i,this.bottom=s,this.near=r,this.far=o,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.left=e.left,this.right=e.right,this.top=e.top,this.bottom=e.bottom,this.near=e.near,this.far=e.far,this.zoom=e.zoom,this.view=e.view===null?null:Object.assign({},e.view),this}setViewOffset(e,t,i,s,r,o){this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=i,this.view.offsetY=s,this.view.width=r,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=(this.right-this.left)/(2*this.zoom),t=(this.top-this.bottom)/(2*this.zoom),i=(this.right+this.left)/2,s=(this.top+this.bottom)/2,r=i-e,o=i+e,a=s+t,c=s-t;if(this.view!==null&&this.view.enabled){let l=(this.right-this.left)/this.view.fullWidth/this.zoom,u=(this.top-this.bottom)/this.view.fullHeight/this.zoom;r+=l*this.view.offsetX,o=r+l*this.view.width,a-=u*this.view.offsetY,c=a-u*this.view.height}this.projectionMatrix.makeOrthographic(r,o,a,c,this.near,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.zoom=this.zoom,t.object.left=this.left,t.object.right=this.right,t.object.top=this.top,t.object.bottom=this.bottom,t.object.near=this.near,t.object.far=this.far,this.view!==null&&(t.object.view=Object.assign({},this.view)),t}},Nh=class extends oo{constructor(){super(new wi(-5,5,5,-5,.5,500)),this.isDirectionalLightShadow=!0}},pr=class extends dr{constructor(e,t){super(e,t),this.isDirectionalLight=!0,this.type="DirectionalLight",this.position.copy(Dt.DEFAULT_UP),this.updateMatrix(),this.target=new Dt,this.shadow=new Nh}dispose(){super.dispose(),this.shadow.dispose()}copy(e){return super.copy(e),this.target=e.target.clone(),this.shadow=e.shadow.clone(),this}toJSON(e){let t=super.toJSON(e);return t.object.shadow=this.shadow.toJSON(),t.object.target=this.target.uuid,t}},va=class extends dr{constructor(e,t){super(e,t),this.isAmbientLight=!0,this.type="AmbientLight"}};var us=class{static extractUrlBase(e){let t=e.lastIndexOf("/");return t===-1?"./":e.slice(0,t+1)}static resolveURL(e,t){return typeof e!="string"||e===""?"":(/^https?:\/\//i.test(t)&&/^\//.test(e)&&(t=t.replace(/(^https?:\/\/[^\/]+).*/i,"$1")),/^(https?:)?\/\//i.test(e)||/^data:.*,.*$/i.test(e)||/^blob:.*$/i.test(e)?e:t+e)}};var Sh=new WeakMap,ya=class extends Pn{constructor(e){super(e),this.isImageBitmapLoader=!0,typeof createImageBitmap>"u"&&Ie("ImageBitmapLoader: createImageBitmap() not supported."),typeof fetch>"u"&&Ie("ImageBitmapLoader: fetch() not supported."),this.options={premultiplyAlpha:"none"},this._abortController=new AbortController}setOptions(e){return this.options=e,this}load(e,t,i,s){e===void 0&&(e=""),this.path!==void 0&&(e=this.path+e),e=this.manager.resolveURL(e);let r=this,o=Li.get(`image-bitmap:${e}`);if(o!==void 0){if(r.manager.itemStart(e),o.then){o.then(l=>{Sh.has(o)===!0?(s&&s(Sh.get(o)),r.manager.itemError(e),r.manager.itemEnd(e)):(t&&t(l),r.manager.itemEnd(e))});return}setTimeout(function(){t&&t(o),r.manager.itemEnd(e)},0);return}let a={};a.credentials=this.withCredentials||this.crossOrigin!=="anonymous"?"include":"same-origin",a.headers=this.requestHeader,a.priority=this.priority,a.cache=this.cache,a.signal=typeof AbortSignal.any=="function"?AbortSignal.any([this._abortController.signal,this.manager.abortController.signal]):this._abortController.signal;let c=fetch(e,a).then(function(l){return l.blob()}).then(function(l){return createImageBitmap(l,Object.assign({},r.options,{colorSpaceConversion:"none"}))}).then(function(l){return Li.add(`image-bitmap:${e}`,l),t&&t(l),r.manager.itemEnd(e),l}).catch(function(l){s&&s(l),Sh.set(c,l),Li.remove(`image-bitmap:${e}`),r.manager.itemError(e),r.manager.itemEnd(e)});Li.add(`image-bitmap:${e}`,c),r.manager.itemStart(e)}abort(){return this._abortController.abort(),this._abortController=new AbortController,this}};var Wr=-90,Xr=1,ao=class extends Dt{constructor(e,t,i){super(),this.type="CubeCamera",this.renderTarget=i,this.coordinateSystem=null,this.activeMipmapLevel=0;let s=new on(Wr,Xr,e,t);s.layers=this.layers,this.add(s);let r=new on(Wr,Xr,e,t);r.layers=this.layers,this.add(r);let o=new on(Wr,Xr,e,t);o.layers=this.layers,this.add(o);let a=new on(Wr,Xr,e,t);a.layers=this.layers,this.add(a);let c=new on(Wr,Xr,e,t);c.layers=this.layers,this.add(c);let l=new on(Wr,Xr,e,t);l.layers=this.layers,this.add(l)}updateCoordinateSystem(){let e=this.coordinateSystem,t=this.children.concat(),[i,s,r,o,a,c]=t;for(let l of t)this.remove(l);if(e===si)i.up.set(0,1,0),i.lookAt(1,0,0),s.up.set(0,1,0),s.lookAt(-1,0,0),r.up.set(0,0,-1),r.lookAt(0,1,0),o.up.set(0,0,1),o.lookAt(0,-1,0),a.up.set(0,1,0),a.lookAt(0,0,1),c.up.set(0,1,0),c.lookAt(0,0,-1);else if(e===Kr)i.up.set(0,-1,0),i.lookAt(-1,0,0),s.up.set(0,-1,0),s.lookAt(1,0,0),r.up.set(0,0,1),r.lookAt(0,1,0),o.up.set(0,0,-1),o.lookAt(0,-1,0),a.up.set(0,-1,0),a.lookAt(0,0,1),c.up.set(0,-1,0),c.lookAt(0,0,-1);else throw new Error("THREE.CubeCamera.updateCoordinateSystem(): Invalid coordinate system: "+e);for(let l of t)this.add(l),l.updateMatrixWorld()}update(e,t){this.parent===null&&this.updateMatrixWorld();let{renderTarget:i,activeMipmapLevel:s}=this;this.coordinateSystem!==e.coordinateSystem&&(this.coordinateSystem=e.coordinateSystem,this.updateCoordinateSystem());let[r,o,a,c,l,u]=this.children,d=e.getRenderTarget(),h=e.getActiveCubeFace(),p=e.getActiveMipmapLevel(),g=e.xr.enabled;e.xr.enabled=!1;let y=i.texture.mipmapsAutoUpdate;i.texture.mipmapsAutoUpdate=!1;let x=!1;e.isWebGLRenderer===!0?x=e.state.buffers.depth.getReversed():x=e.reversedDepthBuffer,e.setRenderTarget(i,0,s),x&&e.autoClear===!1&&e.clearDepth(),e.render(t,r),e.setRenderTarget(i,1,s),x&&e.autoClear===!1&&e.clearDepth(),e.render(t,o),e.setRenderTarget(i,2,s),x&&e.autoClear===!1&&e.clearDepth(),e.render(t,a),e.setRenderTarget(i,3,s),x&&e.autoClear===!1&&e.clearDepth(),e.render(t,c),e.setRenderTarget(i,4,s),x&&e.autoClear===!1&&e.clearDepth(),e.render(t,l),i.texture.mipmapsAutoUpdate=y,e.setRenderTarget(i,5,s),x&&e.autoClear===!1&&e.clearDepth(),e.render(t,u),e.setRenderTarget(d,h,p),e.xr.enabled=g,i.texture.needsPMREMUpdate=!0}},ac=class extends on{constructor(e=[]){super(),this.isArrayCamera=!0,this.isMultiViewCamera=!1,this.cameras=e,this.perCameraFrustumCulled=!1}};var fd="\\[\\]\\.:\\/",w_=new RegExp("["+fd+"]","g"),pd="[^"+fd+"]",T_="[^"+fd.replace("\\.","")+"]",E_=/((?:WC+[\/:])*)/.source.replace("WC",pd),A_=/(WCOD+)?/.source.replace("WCOD",T_),R_=/(?:\.(WC+)(?:\[(.+)\])?)?/.source.replace("WC",pd),C_=/\.(WC+)(?:\[(.+)\])?/.source.replace("WC",pd),P_=new RegExp("^"+E_+A_+R_+C_+"$"),I_=["material","materials","bones","map"],Dh=class{constructor(e,t,i){let s=i||It.parseTrackName(t);this._targetGroup=e,this._bindings=e.subscribe_(t,s)}getValue(e,t){this.bind();let i=this._targetGroup.nCachedObjects_,s=this._bindings[i];s!==void 0&&s.getValue(e,t)}setValue(e,t){let i=this._bindings;for(let s=this._targetGroup.nCachedObjects_,r=i.length;s!==r;++s)i[s].setValue(e,t)}bind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,i=e.length;t!==i;++t)e[t].bind()}unbind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,i=e.length;t!==i;++t)e[t].unbind()}},It=class n{constructor(e,t,i){this.path=t,this.parsedPath=i||n.parseTrackName(t),this.node=n.findNode(e,this.parsedPath.nodeName),this.rootNode=e,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}static create(e,t,i){return e&&e.isAnimationObjectGroup?new n.Composite(e,t,i):new n(e,t,i)}static sanitizeNodeName(e){return e.replace(/\s/g,"_").replace(w_,"")}static parseTrackName(e){let t=P_.exec(e);if(t===null)throw new Error("THREE.PropertyBinding: Cannot parse trackName: "+e);let i={nodeName:t[2],objectName:t[3],objectIndex:t[4],propertyName:t[5],propertyIndex:t[6]},s=i.nodeName&&i.nodeName.lastIndexOf(".");if(s!==void 0&&s!==-1){let r=i.nodeName.substring(s+1);I_.indexOf(r)!==-1&&(i.nodeName=i.nodeName.substring(0,s),i.objectName=r)}if(i.propertyName===null||i.propertyName.length===0)throw new Error("THREE.PropertyBinding: can not parse propertyName from trackName: "+e);return i}static findNode(e,t){if(t===void 0||t===""||t==="."||t===-1||t===e.name||t===e.uuid)return e;if(e.skeleton){let i=e.skeleton.getBoneByName(t);if(i!==void 0)return i}if(e.children){let i=function(r){for(let o=0;o<r.length;o++){let a=r[o];if(a.name===t||a.uuid===t)return a;let c=i(a.children);if(c)return c}return null},s=i(e.children);if(s)return s}return null}_getValue_unavailable(){}_setValue_unavailable(){}_getValue_direct(e,t){e[t]=this.targetObject[this.propertyName]}_getValue_array(e,t){let i=this.resolvedProperty;for(let s=0,r=i.length;s!==r;++s)e[t++]=i[s]}_getValue_arrayElement(e,t){e[t]=this.resolvedProperty[this.propertyIndex]}_getValue_toArray(e,t){this.resolvedProperty.toArray(e,t)}_setValue_direct(e,t){this.targetObject[this.propertyName]=e[t]}_setValue_direct_setNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.needsUpdate=!0}_setValue_direct_setMatrixWorldNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_array(e,t){let i=this.resolvedProperty;for(let s=0,r=i.length;s!==r;++s)i[s]=e[t++]}_setValue_array_setNeedsUpdate(e,t){let i=this.resolvedProperty;for(let s=0,r=i.length;s!==r;++s)i[s]=e[t++];this.targetObject.needsUpdate=!0}_setValue_array_setMatrixWorldNeedsUpdate(e,t){let i=this.resolvedProperty;for(let s=0,r=i.length;s!==r;++s)i[s]=e[t++];this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_arrayElement(e,t){this.resolvedProperty[this.propertyIndex]=e[t]}_setValue_arrayElement_setNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.needsUpdate=!0}_setValue_arrayElement_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_fromArray(e,t){this.resolvedProperty.fromArray(e,t)}_setValue_fromArray_setNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.needsUpdate=!0}_setValue_fromArray_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.matrixWorldNeedsUpdate=!0}_getValue_unbound(e,t){this.bind(),this.getValue(e,t)}_setValue_unbound(e,t){this.bind(),this.setValue(e,t)}bind(){let e=this.node,t=this.parsedPath,i=t.objectName,s=t.propertyName,r=t.propertyIndex;if(e||(e=n.findNode(this.rootNode,t.nodeName),this.node=e),this.getValue=this._getValue_unavailable,this.setValue=this._setValue_unavailable,!e){Ie("PropertyBinding: No target node found for track: "+this.path+".");return}if(i){let l=t.objectIndex;switch(i){case"materials":if(!e.material){ze("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.materials){ze("PropertyBinding: Can not bind to material.materials as node.material does not have a materials array.",this);return}e=e.material.materials;break;case"bones":if(!e.skeleton){ze("PropertyBinding: Can not bind to bones as node does not have a skeleton.",this);return}e=e.skeleton.bones;for(let u=0;u<e.length;u++)if(e[u].name===l){l=u;break}break;case"map":if("map"in e){e=e.map;break}if(!e.material){ze("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.map){ze("PropertyBinding: Can not bind to material.map as node.material does not have a map.",this);return}e=e.material.map;break;default:if(e[i]===void 0){ze("PropertyBinding: Can not bind to objectName of node undefined.",this);return}e=e[i]}if(l!==void 0){if(e[l]===void 0){ze("PropertyBinding: Trying to bind to objectIndex of objectName, but is undefined.",this,e);return}e=e[l]}}let o=e[s];if(o===void 0){let l=t.nodeName;ze("PropertyBinding: Trying to update property for track: "+l+"."+s+" but it wasn't found.",e);return}let a=this.Versioning.None;this.targetObject=e,e.isMaterial===!0?a=this.Versioning.NeedsUpdate:e.isObject3D===!0&&(a=this.Versioning.MatrixWorldNeedsUpdate);let c=this.BindingType.Direct;if(r!==void 0){if(s==="morphTargetInfluences"){if(!e.geometry){ze("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.",this);return}if(!e.geometry.morphAttributes){ze("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.morphAttributes.",this);return}e.morphTargetDictionary[r]!==void 0&&(r=e.morphTargetDictionary[r])}c=this.BindingType.ArrayElement,this.resolvedProperty=o,this.propertyIndex=r}else o.fromArray!==void 0&&o.toArray!==void 0?(c=this.BindingType.HasFromToArray,this.resolvedProperty=o):Array.isArray(o)?(c=this.BindingType.EntireArray,this.resolvedProperty=o):this.propertyName=s;this.getValue=this.GetterByBindingType[c],this.setValue=this.SetterByBindingTypeAndVersioning[c][a]}unbind(){this.node=null,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}};It.Composite=Dh;It.prototype.BindingType={Direct:0,EntireArray:1,ArrayElement:2,HasFromToArray:3};It.prototype.Versioning={None:0,NeedsUpdate:1,MatrixWorldNeedsUpdate:2};It.prototype.GetterByBindingType=[It.prototype._getValue_direct,It.prototype._getValue_array,It.prototype._getValue_arrayElement,It.prototype._getValue_toArray];It.prototype.SetterByBindingTypeAndVersioning=[[It.prototype._setValue_direct,It.prototype._setValue_direct_setNeedsUpdate,It.prototype._setValue_direct_setMatrixWorldNeedsUpdate],[It.prototype._setValue_array,It.prototype._setValue_array_setNeedsUpdate,It.prototype._setValue_array_setMatrixWorldNeedsUpdate],[It.prototype._setValue_arrayElement,It.prototype._setValue_arrayElement_setNeedsUpdate,It.prototype._setValue_arrayElement_setMatrixWorldNeedsUpdate],[It.prototype._setValue_fromArray,It.prototype._setValue_fromArray_setNeedsUpdate,It.prototype._setValue_fromArray_setMatrixWorldNeedsUpdate]];var mT=new Float32Array(1);var Pm=new Xe,ba=class{constructor(e,t,i=0,s=1/0){this.ray=new Di(e,t),this.near=i,this.far=s,this.camera=null,this.layers=new Qr,this.params={Mesh:{},Line:{threshold:1},LOD:{},Points:{threshold:1},Sprite:{}}}set(e,t){this.ray.set(e,t)}setFromCamera(e,t){t.isPerspectiveCamera?(this.ray.origin.setFromMatrixPosition(t.matrixWorld),this.ray.direction.set(e.x,e.y,.5).unproject(t).sub(this.ray.origin).normalize(),this.camera=t):t.isOrthographicCamera?(this.ray.origin.set(e.x,e.y,t.projectionMatrix.elements[14]).unproject(t),this.ray.direction.set(0,0,-1).transformDirection(t.matrixWorld),this.camera=t):ze("Raycaster: Unsupported camera type: "+t.type)}setFromXRController(e){return Pm.identity().extractRotation(e.matrixWorld),this.ray.origin.setFromMatrixPosition(e.matrixWorld),this.ray.direction.set(0,0,-1).applyMatrix4(Pm),this}intersectObject(e,t=!0,i=[]){return Uh(e,this,i,t),i.sort(Im),i}intersectObjects(e,t=!0,i=[]){for(let s=0,r=e.length;s<r;s++)Uh(e[s],this,i,t);return i.sort(Im),i}};function Im(n,e){return n.distance-e.distance}function Uh(n,e,t,i){let s=!0;if(n.layers.test(e.layers)&&n.raycast(e,t)===!1&&(s=!1),s===!0&&i===!0){let r=n.children;for(let o=0,a=r.length;o<a;o++)Uh(r[o],e,t,!0)}}var lo=class{constructor(e=1,t=0,i=0){this.radius=e,this.phi=t,this.theta=i}set(e,t,i){return this.radius=e,this.phi=t,this.theta=i,this}copy(e){return this.radius=e.radius,this.phi=e.phi,this.theta=e.theta,this}makeSafe(){return this.phi=tt(this.phi,1e-6,Math.PI-1e-6),this}setFromVector3(e){return this.setFromCartesianCoords(e.x,e.y,e.z)}setFromCartesianCoords(e,t,i){return this.radius=Math.sqrt(e*e+t*t+i*i),this.radius===0?(this.theta=0,this.phi=0):(this.theta=Math.atan2(e,i),this.phi=Math.acos(tt(t/this.radius,-1,1))),this}clone(){return new this.constructor().copy(this)}};var kh=class{static{this.prototype.isMatrix2=!0}constructor(e,t,i,s){this.elements=[1,0,0,1],e!==void 0&&this.set(e,t,i,s)}identity(){return this.set(1,0,0,1),this}fromArray(e,t=0){for(let i=0;i<4;i++)this.elements[i]=e[i+t];return this}set(e,t,i,s){let r=this.elements;return r[0]=e,r[2]=t,r[1]=i,r[3]=s,this}};var Ma=class extends ri{constructor(e=10,t=10,i=4473924,s=8947848){i=new pe(i),s=new pe(s);let r=t/2,o=e/t,a=e/2,c=[],l=[];for(let h=0,p=0,g=-a;h<=t;h++,g+=o){c.push(-a,0,g,a,0,g),c.push(g,0,-a,g,0,a);let y=h===r?i:s;y.toArray(l,p),p+=3,y.toArray(l,p),p+=3,y.toArray(l,p),p+=3,y.toArray(l,p),p+=3}let u=new Nt;u.setAttribute("position",new ht(c,3)),u.setAttribute("color",new ht(l,3));let d=new Fn({vertexColors:!0,toneMapped:!1});super(u,d),this.type="GridHelper"}dispose(){super.dispose(),this.geometry.dispose(),this.material.dispose()}};var Sa=class extends ri{constructor(e,t=16776960){let i=new Uint16Array([0,1,1,2,2,3,3,0,4,5,5,6,6,7,7,4,0,4,1,5,2,6,3,7]),s=[1,1,1,-1,1,1,-1,-1,1,1,-1,1,1,1,-1,-1,1,-1,-1,-1,-1,1,-1,-1],r=new Nt;r.setIndex(new At(i,1)),r.setAttribute("position",new ht(s,3)),super(r,new Fn({color:t,toneMapped:!1})),this.box=e,this.type="Box3Helper",this.geometry.computeBoundingSphere()}updateMatrixWorld(e){let t=this.box;t.isEmpty()||(t.getCenter(this.position),t.getSize(this.scale),this.scale.multiplyScalar(.5),super.updateMatrixWorld(e))}dispose(){super.dispose(),this.geometry.dispose(),this.material.dispose()}};var wa=class extends bi{constructor(e,t=null){super(),this.object=e,this.domElement=t,this.enabled=!0,this.state=-1,this.keys={},this.mouseButtons={LEFT:null,MIDDLE:null,RIGHT:null},this.touches={ONE:null,TWO:null}}connect(e){this.domElement!==null&&this.disconnect(),this.domElement=e}disconnect(){}dispose(){}update(){}};function md(n,e,t,i){let s=L_(i);switch(t){case ed:return n*e;case pc:return n*e/s.components*s.byteLength;case mc:return n*e/s.components*s.byteLength;case Is:return n*e*2/s.components*s.byteLength;case gc:return n*e*2/s.components*s.byteLength;case td:return n*e*3/s.components*s.byteLength;case di:return n*e*4/s.components*s.byteLength;case xc:return n*e*4/s.components*s.byteLength;case Ra:case Ca:return Math.floor((n+3)/4)*Math.floor((e+3)/4)*8;case Pa:case Ia:return Math.floor((n+3)/4)*Math.floor((e+3)/4)*16;case vc:case bc:return Math.max(n,16)*Math.max(e,8)/4;case _c:case yc:return Math.max(n,8)*Math.max(e,8)/2;case Mc:case Sc:case Tc:case Ec:return Math.floor((n+3)/4)*Math.floor((e+3)/4)*8;case wc:case La:case Ac:return Math.floor((n+3)/4)*Math.floor((e+3)/4)*16;case Rc:return Math.floor((n+3)/4)*Math.floor((e+3)/4)*16;case Cc:return Math.floor((n+4)/5)*Math.floor((e+3)/4)*16;case Pc:return Math.floor((n+4)/5)*Math.floor((e+4)/5)*16;case Ic:return Math.floor((n+5)/6)*Math.floor((e+4)/5)*16;case Lc:return Math.floor((n+5)/6)*Math.floor((e+5)/6)*16;case Nc:return Math.floor((n+7)/8)*Math.floor((e+4)/5)*16;case Dc:return Math.floor((n+7)/8)*Math.floor((e+5)/6)*16;case Uc:return Math.floor((n+7)/8)*Math.floor((e+7)/8)*16;case kc:return Math.floor((n+9)/10)*Math.floor((e+4)/5)*16;case Oc:return Math.floor((n+9)/10)*Math.floor((e+5)/6)*16;case Fc:return Math.floor((n+9)/10)*Math.floor((e+7)/8)*16;case Bc:return Math.floor((n+9)/10)*Math.floor((e+9)/10)*16;case zc:return Math.floor((n+11)/12)*Math.floor((e+9)/10)*16;case Vc:return Math.floor((n+11)/12)*Math.floor((e+11)/12)*16;case Hc:case Gc:case Wc:return Math.ceil(n/4)*Math.ceil(e/4)*16;case Xc:case qc:return Math.ceil(n/4)*Math.ceil(e/4)*8;case Na:case $c:return Math.ceil(n/4)*Math.ceil(e/4)*16}throw new Error(`Unable to determine texture byte length for ${t} format.`)}function L_(n){switch(n){case Wn:case jh:return{byteLength:1,components:1};case po:case Zh:case Ei:return{byteLength:2,components:1};case dc:case fc:return{byteLength:2,components:4};case Ti:case hc:case jn:return{byteLength:4,components:1};case Jh:case Qh:return{byteLength:4,components:3}}throw new Error(`THREE.TextureUtils: Unknown texture type ${n}.`)}typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("register",{detail:{revision:"187"}}));typeof window<"u"&&(window.__THREE__?Ie("WARNING: Multiple instances of Three.js being imported."):window.__THREE__="187");/**
 * @license
 * Copyright 2010-2026 Three.js Authors
 * SPDX-License-Identifier: MIT
 */function zg(){let n=null,e=!1,t=null,i=null;function s(r,o){i=n.requestAnimationFrame(s),t(r,o)}return{start:function(){e!==!0&&t!==null&&n!==null&&(i=n.requestAnimationFrame(s),e=!0)},stop:function(){n!==null&&n.cancelAnimationFrame(i),e=!1},setAnimationLoop:function(r){t=r},setContext:function(r){n=r}}}function D_(n){let e=new WeakMap;function t(a,c){let l=a.array,u=a.usage,d=l.byteLength,h=n.createBuffer();n.bindBuffer(c,h),n.bufferData(c,l,u),a.onUploadCallback();let p;if(l instanceof Float32Array)p=n.FLOAT;else if(typeof Float16Array<"u"&&l instanceof Float16Array)p=n.HALF_FLOAT;else if(l instanceof Uint16Array)a.isFloat16BufferAttribute?p=n.HALF_FLOAT:p=n.UNSIGNED_SHORT;else if(l instanceof Int16Array)p=n.SHORT;else if(l instanceof Uint32Array)p=n.UNSIGNED_INT;else if(l instanceof Int32Array)p=n.INT;else if(l instanceof Int8Array)p=n.BYTE;else if(l instanceof Uint8Array)p=n.UNSIGNED_BYTE;else if(l instanceof Uint8ClampedArray)p=n.UNSIGNED_BYTE;else throw new Error("THREE.WebGLAttributes: Unsupported buffer data format: "+l);return{buffer:h,type:p,bytesPerElement:l.BYTES_PER_ELEMENT,version:a.version,size:d}}function i(a,c,l){let u=c.array,d=c.updateRanges;if(n.bindBuffer(l,a),d.length===0)n.bufferSubData(l,0,u);else{d.sort((p,g)=>p.start-g.start);let h=0;for(let p=1;p<d.length;p++){let g=d[h],y=d[p];y.start<=g.start+g.count+1?g.count=Math.max(g.count,y.start+y.count-g.start):(++h,d[h]=y)}d.length=h+1;for(let p=0,g=d.length;p<g;p++){let y=d[p];n.bufferSubData(l,y.start*u.BYTES_PER_ELEMENT,u,y.start,y.count)}c.clearUpdateRanges()}c.onUploadCallback()}function s(a){return a.isInterleavedBufferAttribute&&(a=a.data),e.get(a)}function r(a){a.isInterleavedBufferAttribute&&(a=a.data);let c=e.get(a);c&&(n.deleteBuffer(c.buffer),e.delete(a))}function o(a,c){if(a.isInterleavedBufferAttribute&&(a=a.data),a.isGLBufferAttribute){let u=e.get(a);(!u||u.version<a.version)&&e.set(a,{buffer:a.buffer,type:a.type,bytesPerElement:a.elementSize,version:a.version});return}let l=e.get(a);if(l===void 0)e.set(a,t(a,c));else if(l.version<a.version){if(l.size!==a.array.byteLength)throw new Error("THREE.WebGLAttributes: The size of the buffer attribute's array buffer does not match the original size. Resizing buffer attributes is not supported.");i(l.buffer,a,c),l.version=a.version}}return{get:s,remove:r,update:o}}var U_=`#ifdef USE_ALPHAHASH
	if ( diffuseColor.a < getAlphaHashThreshold( vPosition ) ) discard;
#endif`,k_=`#ifdef USE_ALPHAHASH
	const float ALPHA_HASH_SCALE = 0.05;
	float hash2D( vec2 value ) {
		return fract( 1.0e4 * sin( 17.0 * value.x + 0.1 * value.y ) * ( 0.1 + abs( sin( 13.0 * value.y + value.x ) ) ) );
	}
	float hash3D( vec3 value ) {
		return hash2D( vec2( hash2D( value.xy ), value.z ) );
	}
	float getAlphaHashThreshold( vec3 position ) {
		float maxDeriv = max(
			length( dFdx( position.xyz ) ),
			length( dFdy( position.xyz ) )
		);
		float pixScale = 1.0 / ( ALPHA_HASH_SCALE * maxDeriv );
		vec2 pixScales = vec2(
			exp2( floor( log2( pixScale ) ) ),
			exp2( ceil( log2( pixScale ) ) )
		);
		vec2 alpha = vec2(
			hash3D( floor( pixScales.x * position.xyz ) ),
			hash3D( floor( pixScales.y * position.xyz ) )
		);
		float lerpFactor = fract( log2( pixScale ) );
		float x = ( 1.0 - lerpFactor ) * alpha.x + lerpFactor * alpha.y;
		float a = min( lerpFactor, 1.0 - lerpFactor );
		vec3 cases = vec3(
			x * x / ( 2.0 * a * ( 1.0 - a ) ),
			( x - 0.5 * a ) / ( 1.0 - a ),
			1.0 - ( ( 1.0 - x ) * ( 1.0 - x ) / ( 2.0 * a * ( 1.0 - a ) ) )
		);
		float threshold = ( x < ( 1.0 - a ) )
			? ( ( x < a ) ? cases.x : cases.y )
			: cases.z;
		return clamp( threshold , 1.0e-6, 1.0 );
	}
#endif`,O_=`#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, vAlphaMapUv ).g;
#endif`,F_=`#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,B_=`#ifdef USE_ALPHATEST
	#ifdef ALPHA_TO_COVERAGE
	diffuseColor.a = smoothstep( alphaTest, alphaTest + fwidth( diffuseColor.a ), diffuseColor.a );
	if ( diffuseColor.a == 0.0 ) discard;
	#else
	if ( diffuseColor.a < alphaTest ) discard;
	#endif
#endif`,z_=`#ifdef USE_ALPHATEST
	uniform float alphaTest;
#endif`,V_=`#ifdef USE_AOMAP
	float ambientOcclusion = ( texture2D( aoMap, vAoMapUv ).r - 1.0 ) * aoMapIntensity + 1.0;
	reflectedLight.indirectDiffuse *= ambientOcclusion;
	#if defined( USE_CLEARCOAT ) 
		clearcoatSpecularIndirect *= ambientOcclusion;
	#endif
	#if defined( USE_SHEEN ) 
		sheenSpecularIndirect *= ambientOcclusion;
	#endif
	#if defined( USE_ENVMAP ) && defined( STANDARD )
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		reflectedLight.indirectSpecular *= computeSpecularOcclusion( dotNV, ambientOcclusion, material.roughness );
	#endif
#endif`,H_=`#ifdef USE_AOMAP
	uniform sampler2D aoMap;
	uniform float aoMapIntensity;
#endif`,G_=`#ifdef USE_BATCHING
	#if ! defined( GL_ANGLE_multi_draw )
	#define gl_DrawID _gl_DrawID
	uniform int _gl_DrawID;
	#endif
	uniform highp sampler2D batchingTexture;
	uniform highp usampler2D batchingIdTexture;
	mat4 getBatchingMatrix( const in float i ) {
		int size = textureSize( batchingTexture, 0 ).x;
		int j = int( i ) * 4;
		int x = j % size;
		int y = j / size;
		vec4 v1 = texelFetch( batchingTexture, ivec2( x, y ), 0 );
		vec4 v2 = texelFetch( batchingTexture, ivec2( x + 1, y ), 0 );
		vec4 v3 = texelFetch( batchingTexture, ivec2( x + 2, y ), 0 );
		vec4 v4 = texelFetch( batchingTexture, ivec2( x + 3, y ), 0 );
		return mat4( v1, v2, v3, v4 );
	}
	float getIndirectIndex( const in int i ) {
		int size = textureSize( batchingIdTexture, 0 ).x;
		int x = i % size;
		int y = i / size;
		return float( texelFetch( batchingIdTexture, ivec2( x, y ), 0 ).r );
	}
#endif
#ifdef USE_BATCHING_COLOR
	uniform sampler2D batchingColorTexture;
	vec4 getBatchingColor( const in float i ) {
		int size = textureSize( batchingColorTexture, 0 ).x;
		int j = int( i );
		int x = j % size;
		int y = j / size;
		return texelFetch( batchingColorTexture, ivec2( x, y ), 0 );
	}
#endif`,W_=`#ifdef USE_BATCHING
	mat4 batchingMatrix = getBatchingMatrix( getIndirectIndex( gl_DrawID ) );
#endif`,X_=`vec3 transformed = vec3( position );
#ifdef USE_ALPHAHASH
	vPosition = vec3( position );
#endif`,q_=`vec3 objectNormal = vec3( normal );
#ifdef USE_TANGENT
	vec3 objectTangent = vec3( tangent.xyz );
#endif`,$_=`float G_BlinnPhong_Implicit( ) {
	return 0.25;
}
float D_BlinnPhong( const in float shininess, const in float dotNH ) {
	return RECIPROCAL_PI * ( shininess * 0.5 + 1.0 ) * pow( dotNH, shininess );
}
vec3 BRDF_BlinnPhong( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in vec3 specularColor, const in float shininess ) {
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNH = saturate( dot( normal, halfDir ) );
	float dotVH = saturate( dot( viewDir, halfDir ) );
	vec3 F = F_Schlick( specularColor, 1.0, dotVH );
	float G = G_BlinnPhong_Implicit( );
	float D = D_BlinnPhong( shininess, dotNH );
	return F * ( G * D );
} // validated`,Y_=`#ifdef USE_IRIDESCENCE
	const mat3 XYZ_TO_REC709 = mat3(
		 3.2404542, -0.9692660,  0.0556434,
		-1.5371385,  1.8760108, -0.2040259,
		-0.4985314,  0.0415560,  1.0572252
	);
	vec3 Fresnel0ToIor( vec3 fresnel0 ) {
		vec3 sqrtF0 = sqrt( fresnel0 );
		return ( vec3( 1.0 ) + sqrtF0 ) / ( vec3( 1.0 ) - sqrtF0 );
	}
	vec3 IorToFresnel0( vec3 transmittedIor, float incidentIor ) {
		return pow2( ( transmittedIor - vec3( incidentIor ) ) / ( transmittedIor + vec3( incidentIor ) ) );
	}
	float IorToFresnel0( float transmittedIor, float incidentIor ) {
		return pow2( ( transmittedIor - incidentIor ) / ( transmittedIor + incidentIor ));
	}
	vec3 evalSensitivity( float OPD, vec3 shift ) {
		float phase = 2.0 * PI * OPD * 1.0e-9;
		vec3 val = vec3( 5.4856e-13, 4.4201e-13, 5.2481e-13 );
		vec3 pos = vec3( 1.6810e+06, 1.7953e+06, 2.2084e+06 );
		vec3 var = vec3( 4.3278e+09, 9.3046e+09, 6.6121e+09 );
		vec3 xyz = val * sqrt( 2.0 * PI * var ) * cos( pos * phase + shift ) * exp( - pow2( phase ) * var );
		xyz.x += 9.7470e-14 * sqrt( 2.0 * PI * 4.5282e+09 ) * cos( 2.2399e+06 * phase + shift[ 0 ] ) * exp( - 4.5282e+09 * pow2( phase ) );
		xyz /= 1.0685e-7;
		vec3 rgb = XYZ_TO_REC709 * xyz;
		return rgb;
	}
	vec3 evalIridescence( float outsideIOR, float eta2, float cosTheta1, float thinFilmThickness, vec3 baseF0 ) {
		vec3 I;
		float iridescenceIOR = mix( outsideIOR, eta2, smoothstep( 0.0, 0.03, thinFilmThickness ) );
		float sinTheta2Sq = pow2( outsideIOR / iridescenceIOR ) * ( 1.0 - pow2( cosTheta1 ) );
		float cosTheta2Sq = 1.0 - sinTheta2Sq;
		if ( cosTheta2Sq < 0.0 ) {
			return vec3( 1.0 );
		}
		float cosTheta2 = sqrt( cosTheta2Sq );
		float R0 = IorToFresnel0( iridescenceIOR, outsideIOR );
		float R12 = F_Schlick( R0, 1.0, cosTheta1 );
		float T121 = 1.0 - R12;
		float phi12 = 0.0;
		if ( iridescenceIOR < outsideIOR ) phi12 = PI;
		float phi21 = PI - phi12;
		vec3 baseIOR = Fresnel0ToIor( clamp( baseF0, 0.0, 0.9999 ) );		vec3 R1 = IorToFresnel0( baseIOR, iridescenceIOR );
		vec3 R23 = F_Schlick( R1, 1.0, cosTheta2 );
		vec3 phi23 = vec3( 0.0 );
		if ( baseIOR[ 0 ] < iridescenceIOR ) phi23[ 0 ] = PI;
		if ( baseIOR[ 1 ] < iridescenceIOR ) phi23[ 1 ] = PI;
		if ( baseIOR[ 2 ] < iridescenceIOR ) phi23[ 2 ] = PI;
		float OPD = 2.0 * iridescenceIOR * thinFilmThickness * cosTheta2;
		vec3 phi = vec3( phi21 ) + phi23;
		vec3 R123 = clamp( R12 * R23, 1e-5, 0.9999 );
		vec3 r123 = sqrt( R123 );
		vec3 Rs = pow2( T121 ) * R23 / ( vec3( 1.0 ) - R123 );
		vec3 C0 = R12 + Rs;
		I = C0;
		vec3 Cm = Rs - T121;
		for ( int m = 1; m <= 2; ++ m ) {
			Cm *= r123;
			vec3 Sm = 2.0 * evalSensitivity( float( m ) * OPD, float( m ) * phi );
			I += Cm * Sm;
		}
		return max( I, vec3( 0.0 ) );
	}
#endif`,K_=`#ifdef USE_BUMPMAP
	uniform sampler2D bumpMap;
	uniform float bumpScale;
	vec2 dHdxy_fwd() {
		vec2 dSTdx = dFdx( vBumpMapUv );
		vec2 dSTdy = dFdy( vBumpMapUv );
		float Hll = bumpScale * texture2D( bumpMap, vBumpMapUv ).x;
		float dBx = bumpScale * texture2D( bumpMap, vBumpMapUv + dSTdx ).x - Hll;
		float dBy = bumpScale * texture2D( bumpMap, vBumpMapUv + dSTdy ).x - Hll;
		return vec2( dBx, dBy );
	}
	vec3 perturbNormalArb( vec3 surf_pos, vec3 surf_norm, vec2 dHdxy, float faceDirection ) {
		vec3 vSigmaX = normalize( dFdx( surf_pos.xyz ) );
		vec3 vSigmaY = normalize( dFdy( surf_pos.xyz ) );
		vec3 vN = surf_norm;
		vec3 R1 = cross( vSigmaY, vN );
		vec3 R2 = cross( vN, vSigmaX );
		float fDet = dot( vSigmaX, R1 ) * faceDirection;
		vec3 vGrad = sign( fDet ) * ( dHdxy.x * R1 + dHdxy.y * R2 );
		return normalize( abs( fDet ) * surf_norm - vGrad );
	}
#endif`,j_=`#if NUM_CLIPPING_PLANES > 0
	vec4 plane;
	#ifdef ALPHA_TO_COVERAGE
		float distanceToPlane, distanceGradient;
		float clipOpacity = 1.0;
		#pragma unroll_loop_start
		for ( int i = 0; i < UNION_CLIPPING_PLANES; i ++ ) {
			plane = clippingPlanes[ i ];
			distanceToPlane = - dot( vClipPosition, plane.xyz ) + plane.w;
			distanceGradient = fwidth( distanceToPlane ) / 2.0;
			clipOpacity *= smoothstep( - distanceGradient, distanceGradient, distanceToPlane );
			if ( clipOpacity == 0.0 ) discard;
		}
		#pragma unroll_loop_end
		#if UNION_CLIPPING_PLANES < NUM_CLIPPING_PLANES
			float unionClipOpacity = 1.0;
			#pragma unroll_loop_start
			for ( int i = UNION_CLIPPING_PLANES; i < NUM_CLIPPING_PLANES; i ++ ) {
				plane = clippingPlanes[ i ];
				distanceToPlane = - dot( vClipPosition, plane.xyz ) + plane.w;
				distanceGradient = fwidth( distanceToPlane ) / 2.0;
				unionClipOpacity *= 1.0 - smoothstep( - distanceGradient, distanceGradient, distanceToPlane );
			}
			#pragma unroll_loop_end
			clipOpacity *= 1.0 - unionClipOpacity;
		#endif
		diffuseColor.a *= clipOpacity;
		if ( diffuseColor.a == 0.0 ) discard;
	#else
		#pragma unroll_loop_start
		for ( int i = 0; i < UNION_CLIPPING_PLANES; i ++ ) {
			plane = clippingPlanes[ i ];
			if ( dot( vClipPosition, plane.xyz ) > plane.w ) discard;
		}
		#pragma unroll_loop_end
		#if UNION_CLIPPING_PLANES < NUM_CLIPPING_PLANES
			bool clipped = true;
			#pragma unroll_loop_start
			for ( int i = UNION_CLIPPING_PLANES; i < NUM_CLIPPING_PLANES; i ++ ) {
				plane = clippingPlanes[ i ];
				clipped = ( dot( vClipPosition, plane.xyz ) > plane.w ) && clipped;
			}
			#pragma unroll_loop_end
			if ( clipped ) discard;
		#endif
	#endif
#endif`,Z_=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
	uniform vec4 clippingPlanes[ NUM_CLIPPING_PLANES ];
#endif`,J_=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
#endif`,Q_=`#if NUM_CLIPPING_PLANES > 0
	vClipPosition = - mvPosition.xyz;
#endif`,ev=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	diffuseColor *= vColor;
#endif`,tv=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	varying vec4 vColor;
#endif`,nv=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	varying vec4 vColor;
#endif`,iv=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	vColor = vec4( 1.0 );
#endif
#ifdef USE_COLOR_ALPHA
	vColor *= color;
#elif defined( USE_COLOR )
	vColor.rgb *= color;
#endif
#ifdef USE_INSTANCING_COLOR
	vColor.rgb *= instanceColor.rgb;
#endif
#ifdef USE_BATCHING_COLOR
	vColor *= getBatchingColor( getIndirectIndex( gl_DrawID ) );
#endif`,sv=`#define PI 3.141592653589793
#define PI2 6.283185307179586
#define PI_HALF 1.5707963267948966
#define RECIPROCAL_PI 0.3183098861837907
#define RECIPROCAL_PI2 0.15915494309189535
#define EPSILON 1e-6
#ifndef saturate
#define saturate( a ) clamp( a, 0.0, 1.0 )
#endif
#define whiteComplement( a ) ( 1.0 - saturate( a ) )
float pow2( const in float x ) { return x*x; }
vec3 pow2( const in vec3 x ) { return x*x; }
float pow3( const in float x ) { return x*x*x; }
float pow4( const in float x ) { float x2 = x*x; return x2*x2; }
float max3( const in vec3 v ) { return max( max( v.x, v.y ), v.z ); }
float average( const in vec3 v ) { return dot( v, vec3( 0.3333333 ) ); }
highp float rand( const in vec2 uv ) {
	const highp float a = 12.9898, b = 78.233, c = 43758.5453;
	highp float dt = dot( uv.xy, vec2( a,b ) ), sn = mod( dt, PI );
	return fract( sin( sn ) * c );
}
#ifdef HIGH_PRECISION
	float precisionSafeLength( vec3 v ) { return length( v ); }
#else
	float precisionSafeLength( vec3 v ) {
		float maxComponent = max3( abs( v ) );
		return length( v / maxComponent ) * maxComponent;
	}
#endif
struct IncidentLight {
	vec3 color;
	vec3 direction;
	bool visible;
};
struct ReflectedLight {
	vec3 directDiffuse;
	vec3 directSpecular;
	vec3 indirectDiffuse;
	vec3 indirectSpecular;
};
#ifdef USE_ALPHAHASH
	varying vec3 vPosition;
#endif
vec3 transformDirection( in vec3 dir, in mat4 matrix ) {
	return normalize( ( matrix * vec4( dir, 0.0 ) ).xyz );
}
#define inverseTransformDirection transformDirectionByInverseViewMatrix
vec3 transformNormalByInverseViewMatrix( in vec3 normal, in mat4 viewMatrix ) {
	return normalize( ( vec4( normal, 0.0 ) * viewMatrix ).xyz );
}
vec3 transformDirectionByInverseViewMatrix( in vec3 dir, in mat4 viewMatrix ) {
	return normalize( ( vec4( dir, 0.0 ) * viewMatrix ).xyz );
}
bool isPerspectiveMatrix( mat4 m ) {
	return m[ 2 ][ 3 ] == - 1.0;
}
vec2 equirectUv( in vec3 dir ) {
	float u = atan( dir.z, dir.x ) * RECIPROCAL_PI2 + 0.5;
	float v = asin( clamp( dir.y, - 1.0, 1.0 ) ) * RECIPROCAL_PI + 0.5;
	return vec2( u, v );
}
vec3 BRDF_Lambert( const in vec3 diffuseColor ) {
	return RECIPROCAL_PI * diffuseColor;
}
vec3 F_Schlick( const in vec3 f0, const in float f90, const in float dotVH ) {
	float fresnel = exp2( ( - 5.55473 * dotVH - 6.98316 ) * dotVH );
	return f0 * ( 1.0 - fresnel ) + ( f90 * fresnel );
}
float F_Schlick( const in float f0, const in float f90, const in float dotVH ) {
	float fresnel = exp2( ( - 5.55473 * dotVH - 6.98316 ) * dotVH );
	return f0 * ( 1.0 - fresnel ) + ( f90 * fresnel );
} // validated`,rv=`vec3 transformedNormal = objectNormal;
#ifdef USE_TANGENT
	vec3 transformedTangent = objectTangent;
#endif
#ifdef USE_BATCHING
	mat3 bm = mat3( batchingMatrix );
	transformedNormal /= vec3( dot( bm[ 0 ], bm[ 0 ] ), dot( bm[ 1 ], bm[ 1 ] ), dot( bm[ 2 ], bm[ 2 ] ) );
	transformedNormal = bm * transformedNormal;
	#ifdef USE_TANGENT
		transformedTangent = bm * transformedTangent;
	#endif
#endif
#ifdef USE_INSTANCING
	mat3 im = mat3( instanceMatrix );
	transformedNormal /= vec3( dot( im[ 0 ], im[ 0 ] ), dot( im[ 1 ], im[ 1 ] ), dot( im[ 2 ], im[ 2 ] ) );
	transformedNormal = im * transformedNormal;
	#ifdef USE_TANGENT
		transformedTangent = im * transformedTangent;
	#endif
#endif
transformedNormal = normalMatrix * transformedNormal;
#ifdef FLIP_SIDED
	transformedNormal = - transformedNormal;
#endif
#ifdef USE_TANGENT
	transformedTangent = ( modelViewMatrix * vec4( transformedTangent, 0.0 ) ).xyz;
#endif`,ov=`#ifdef USE_DISPLACEMENTMAP
	uniform sampler2D displacementMap;
	uniform float displacementScale;
	uniform float displacementBias;
#endif`,av=`#ifdef USE_DISPLACEMENTMAP
	transformed += normalize( objectNormal ) * ( texture2D( displacementMap, vDisplacementMapUv ).x * displacementScale + displacementBias );
#endif`,lv=`#ifdef USE_EMISSIVEMAP
	vec4 emissiveColor = texture2D( emissiveMap, vEmissiveMapUv );
	#ifdef DECODE_VIDEO_TEXTURE_EMISSIVE
		emissiveColor = sRGBTransferEOTF( emissiveColor );
	#endif
	totalEmissiveRadiance *= emissiveColor.rgb;
#endif`,cv=`#ifdef USE_EMISSIVEMAP
	uniform sampler2D emissiveMap;
#endif`,uv="gl_FragColor = linearToOutputTexel( gl_FragColor );",hv=`vec4 LinearTransferOETF( in vec4 value ) {
	return value;
}
vec4 sRGBTransferEOTF( in vec4 value ) {
	return vec4( mix( pow( value.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), value.rgb * 0.0773993808, vec3( lessThanEqual( value.rgb, vec3( 0.04045 ) ) ) ), value.a );
}
vec4 sRGBTransferOETF( in vec4 value ) {
	return vec4( mix( pow( value.rgb, vec3( 0.41666 ) ) * 1.055 - vec3( 0.055 ), value.rgb * 12.92, vec3( lessThanEqual( value.rgb, vec3( 0.0031308 ) ) ) ), value.a );
}`,dv=`#ifdef USE_ENVMAP
	#ifdef ENV_WORLDPOS
		vec3 cameraToFrag;
		if ( isOrthographic ) {
			cameraToFrag = normalize( vec3( - viewMatrix[ 0 ][ 2 ], - viewMatrix[ 1 ][ 2 ], - viewMatrix[ 2 ][ 2 ] ) );
		} else {
			cameraToFrag = normalize( vWorldPosition - cameraPosition );
		}
		vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
		#ifdef ENVMAP_MODE_REFLECTION
			vec3 reflectVec = reflect( cameraToFrag, worldNormal );
		#else
			vec3 reflectVec = refract( cameraToFrag, worldNormal, refractionRatio );
		#endif
	#else
		vec3 reflectVec = vReflect;
	#endif
	#ifdef ENVMAP_TYPE_CUBE
		vec4 envColor = textureCube( envMap, envMapRotation * reflectVec );
		#ifdef ENVMAP_BLENDING_MULTIPLY
			outgoingLight = mix( outgoingLight, outgoingLight * envColor.xyz, specularStrength * reflectivity );
		#elif defined( ENVMAP_BLENDING_MIX )
			outgoingLight = mix( outgoingLight, envColor.xyz, specularStrength * reflectivity );
		#elif defined( ENVMAP_BLENDING_ADD )
			outgoingLight += envColor.xyz * specularStrength * reflectivity;
		#endif
	#endif
#endif`,fv=`#ifdef USE_ENVMAP
	uniform float envMapIntensity;
	uniform mat3 envMapRotation;
	uniform samplerCube envMap;
	#ifdef ENVMAP_TYPE_PMREM
		float roughnessToMip( const in float roughness ) {
			float r = clamp( roughness, 0.0, 1.0 );
			return ENVMAP_MAX_LOD * r * ( 2.0 - r );
		}
	#endif
#endif`,pv=`#ifdef USE_ENVMAP
	uniform float reflectivity;
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		varying vec3 vWorldPosition;
		uniform float refractionRatio;
	#else
		varying vec3 vReflect;
	#endif
#endif`,mv=`#ifdef USE_ENVMAP
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		
		varying vec3 vWorldPosition;
	#else
		varying vec3 vReflect;
		uniform float refractionRatio;
	#endif
#endif`,gv=`#ifdef USE_ENVMAP
	#ifdef ENV_WORLDPOS
		vWorldPosition = worldPosition.xyz;
	#else
		vec3 cameraToVertex;
		if ( isOrthographic ) {
			cameraToVertex = normalize( vec3( - viewMatrix[ 0 ][ 2 ], - viewMatrix[ 1 ][ 2 ], - viewMatrix[ 2 ][ 2 ] ) );
		} else {
			cameraToVertex = normalize( worldPosition.xyz - cameraPosition );
		}
		vec3 worldNormal = transformNormalByInverseViewMatrix( transformedNormal, viewMatrix );
		#ifdef ENVMAP_MODE_REFLECTION
			vReflect = reflect( cameraToVertex, worldNormal );
		#else
			vReflect = refract( cameraToVertex, worldNormal, refractionRatio );
		#endif
	#endif
#endif`,xv=`#ifdef USE_FOG
	vFogDepth = - mvPosition.z;
#endif`,_v=`#ifdef USE_FOG
	varying float vFogDepth;
#endif`,vv=`#ifdef USE_FOG
	#ifdef FOG_EXP2
		float fogFactor = 1.0 - exp( - fogDensity * fogDensity * vFogDepth * vFogDepth );
	#else
		float fogFactor = smoothstep( fogNear, fogFar, vFogDepth );
	#endif
	gl_FragColor.rgb = mix( gl_FragColor.rgb, fogColor, fogFactor );
#endif`,yv=`#ifdef USE_FOG
	uniform vec3 fogColor;
	varying float vFogDepth;
	#ifdef FOG_EXP2
		uniform float fogDensity;
	#else
		uniform float fogNear;
		uniform float fogFar;
	#endif
#endif`,bv=`#ifdef USE_GRADIENTMAP
	uniform sampler2D gradientMap;
#endif
vec3 getGradientIrradiance( vec3 normal, vec3 lightDirection ) {
	float dotNL = dot( normal, lightDirection );
	vec2 coord = vec2( dotNL * 0.5 + 0.5, 0.0 );
	#ifdef USE_GRADIENTMAP
		return vec3( texture2D( gradientMap, coord ).r );
	#else
		vec2 fw = fwidth( coord ) * 0.5;
		return mix( vec3( 0.7 ), vec3( 1.0 ), smoothstep( 0.7 - fw.x, 0.7 + fw.x, coord.x ) );
	#endif
}`,Mv=`#ifdef USE_LIGHTMAP
	uniform sampler2D lightMap;
	uniform float lightMapIntensity;
#endif`,Sv=`LambertMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularStrength = specularStrength;`,wv=`varying vec3 vViewPosition;
struct LambertMaterial {
	vec3 diffuseColor;
	float specularStrength;
};
void RE_Direct_Lambert( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Lambert( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_Lambert
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Lambert`,Tv=`uniform bool receiveShadow;
uniform vec3 ambientLightColor;
#if defined( USE_LIGHT_PROBES )
	uniform vec3 lightProbe[ 9 ];
#endif
vec3 shGetIrradianceAt( in vec3 normal, in vec3 shCoefficients[ 9 ] ) {
	float x = normal.x, y = normal.y, z = normal.z;
	vec3 result = shCoefficients[ 0 ] * 0.886227;
	result += shCoefficients[ 1 ] * 2.0 * 0.511664 * y;
	result += shCoefficients[ 2 ] * 2.0 * 0.511664 * z;
	result += shCoefficients[ 3 ] * 2.0 * 0.511664 * x;
	result += shCoefficients[ 4 ] * 2.0 * 0.429043 * x * y;
	result += shCoefficients[ 5 ] * 2.0 * 0.429043 * y * z;
	result += shCoefficients[ 6 ] * ( 0.743125 * z * z - 0.247708 );
	result += shCoefficients[ 7 ] * 2.0 * 0.429043 * x * z;
	result += shCoefficients[ 8 ] * 0.429043 * ( x * x - y * y );
	return result;
}
vec3 getLightProbeIrradiance( const in vec3 lightProbe[ 9 ], const in vec3 normal ) {
	vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
	vec3 irradiance = shGetIrradianceAt( worldNormal, lightProbe );
	return irradiance;
}
vec3 getAmbientLightIrradiance( const in vec3 ambientLightColor ) {
	vec3 irradiance = ambientLightColor;
	return irradiance;
}
float getDistanceAttenuation( const in float lightDistance, const in float cutoffDistance, const in float decayExponent ) {
	float distanceFalloff = 1.0 / max( pow( lightDistance, decayExponent ), 0.01 );
	if ( cutoffDistance > 0.0 ) {
		distanceFalloff *= pow2( saturate( 1.0 - pow4( lightDistance / cutoffDistance ) ) );
	}
	return distanceFalloff;
}
float getSpotAttenuation( const in float coneCosine, const in float penumbraCosine, const in float angleCosine ) {
	return smoothstep( coneCosine, penumbraCosine, angleCosine );
}
#if NUM_SUN_LIGHTS > 0
	struct SunLight {
		vec3 direction;
		vec3 color;
	};
	uniform SunLight sunLights[ NUM_SUN_LIGHTS ];
	void getSunLightInfo( const in SunLight sunLight, out IncidentLight light ) {
		light.color = sunLight.color;
		light.direction = sunLight.direction;
		light.visible = true;
	}
#endif
#if NUM_DIR_LIGHTS > 0
	struct DirectionalLight {
		vec3 direction;
		vec3 color;
	};
	uniform DirectionalLight directionalLights[ NUM_DIR_LIGHTS ];
	void getDirectionalLightInfo( const in DirectionalLight directionalLight, out IncidentLight light ) {
		light.color = directionalLight.color;
		light.direction = directionalLight.direction;
		light.visible = true;
	}
#endif
#if NUM_POINT_LIGHTS > 0
	struct PointLight {
		vec3 position;
		vec3 color;
		float distance;
		float decay;
	};
	uniform PointLight pointLights[ NUM_POINT_LIGHTS ];
	void getPointLightInfo( const in PointLight pointLight, const in vec3 geometryPosition, out IncidentLight light ) {
		vec3 lVector = pointLight.position - geometryPosition;
		light.direction = normalize( lVector );
		float lightDistance = length( lVector );
		light.color = pointLight.color;
		light.color *= getDistanceAttenuation( lightDistance, pointLight.distance, pointLight.decay );
		light.visible = ( light.color != vec3( 0.0 ) );
	}
#endif
#if NUM_SPOT_LIGHTS > 0
	struct SpotLight {
		vec3 position;
		vec3 direction;
		vec3 color;
		float distance;
		float decay;
		float coneCos;
		float penumbraCos;
	};
	uniform SpotLight spotLights[ NUM_SPOT_LIGHTS ];
	void getSpotLightInfo( const in SpotLight spotLight, const in vec3 geometryPosition, out IncidentLight light ) {
		vec3 lVector = spotLight.position - geometryPosition;
		light.direction = normalize( lVector );
		float angleCos = dot( light.direction, spotLight.direction );
		float spotAttenuation = getSpotAttenuation( spotLight.coneCos, spotLight.penumbraCos, angleCos );
		if ( spotAttenuation > 0.0 ) {
			float lightDistance = length( lVector );
			light.color = spotLight.color * spotAttenuation;
			light.color *= getDistanceAttenuation( lightDistance, spotLight.distance, spotLight.decay );
			light.visible = ( light.color != vec3( 0.0 ) );
		} else {
			light.color = vec3( 0.0 );
			light.visible = false;
		}
	}
#endif
#if NUM_RECT_AREA_LIGHTS > 0
	struct RectAreaLight {
		vec3 color;
		vec3 position;
		vec3 halfWidth;
		vec3 halfHeight;
	};
	uniform sampler2D ltc_1;	uniform sampler2D ltc_2;
	uniform RectAreaLight rectAreaLights[ NUM_RECT_AREA_LIGHTS ];
#endif
#if NUM_HEMI_LIGHTS > 0
	struct HemisphereLight {
		vec3 direction;
		vec3 skyColor;
		vec3 groundColor;
	};
	uniform HemisphereLight hemisphereLights[ NUM_HEMI_LIGHTS ];
	vec3 getHemisphereLightIrradiance( const in HemisphereLight hemiLight, const in vec3 normal ) {
		float dotNL = dot( normal, hemiLight.direction );
		float hemiDiffuseWeight = 0.5 * dotNL + 0.5;
		vec3 irradiance = mix( hemiLight.groundColor, hemiLight.skyColor, hemiDiffuseWeight );
		return irradiance;
	}
#endif
#include <lightprobes_pars_fragment>`,Ev=`#ifdef USE_ENVMAP
	vec3 getIBLIrradiance( const in vec3 normal ) {
		#ifdef ENVMAP_TYPE_PMREM
			vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
			vec4 envMapColor = textureLod( envMap, envMapRotation * worldNormal, ENVMAP_MAX_LOD );
			return PI * envMapColor.rgb * envMapIntensity;
		#else
			return vec3( 0.0 );
		#endif
	}
	vec3 getIBLRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness ) {
		#ifdef ENVMAP_TYPE_PMREM
			vec3 reflectVec = reflect( - viewDir, normal );
			reflectVec = normalize( mix( reflectVec, normal, pow4( roughness ) ) );
			reflectVec = transformDirectionByInverseViewMatrix( reflectVec, viewMatrix );
			vec4 envMapColor = textureLod( envMap, envMapRotation * reflectVec, roughnessToMip( roughness ) );
			return envMapColor.rgb * envMapIntensity;
		#else
			return vec3( 0.0 );
		#endif
	}
	#ifdef USE_RETROREFLECTION
		vec3 getIBLRetroRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness ) {
			#ifdef ENVMAP_TYPE_PMREM
				vec3 retroVec = normalize( mix( viewDir, normal, pow4( roughness ) ) );
				retroVec = transformDirectionByInverseViewMatrix( retroVec, viewMatrix );
				vec4 envMapColor = textureLod( envMap, envMapRotation * retroVec, roughnessToMip( roughness ) );
				return envMapColor.rgb * envMapIntensity;
			#else
				return vec3( 0.0 );
			#endif
		}
	#endif
	#ifdef USE_ANISOTROPY
		vec3 getIBLAnisotropyRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness, const in vec3 bitangent, const in float anisotropy ) {
			#ifdef ENVMAP_TYPE_PMREM
				vec3 bentNormal = cross( bitangent, viewDir );
				bentNormal = normalize( cross( bentNormal, bitangent ) );
				bentNormal = normalize( mix( bentNormal, normal, pow2( pow2( 1.0 - anisotropy * ( 1.0 - roughness ) ) ) ) );
				return getIBLRadiance( viewDir, bentNormal, roughness );
			#else
				return vec3( 0.0 );
			#endif
		}
		#ifdef USE_RETROREFLECTION
			vec3 getIBLAnisotropyRetroRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness, const in vec3 bitangent, const in float anisotropy ) {
				#ifdef ENVMAP_TYPE_PMREM
					vec3 bentNormal = cross( bitangent, viewDir );
					bentNormal = normalize( cross( bentNormal, bitangent ) );
					bentNormal = normalize( mix( bentNormal, normal, pow2( pow2( 1.0 - anisotropy * ( 1.0 - roughness ) ) ) ) );
					return getIBLRetroRadiance( viewDir, bentNormal, roughness );
				#else
					return vec3( 0.0 );
				#endif
			}
		#endif
	#endif
#endif`,Av=`ToonMaterial material;
material.diffuseColor = diffuseColor.rgb;`,Rv=`varying vec3 vViewPosition;
struct ToonMaterial {
	vec3 diffuseColor;
};
void RE_Direct_Toon( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in ToonMaterial material, inout ReflectedLight reflectedLight ) {
	vec3 irradiance = getGradientIrradiance( geometryNormal, directLight.direction ) * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Toon( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in ToonMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_Toon
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Toon`,Cv=`BlinnPhongMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularColor = specular;
material.specularShininess = shininess;
material.specularStrength = specularStrength;`,Pv=`varying vec3 vViewPosition;
struct BlinnPhongMaterial {
	vec3 diffuseColor;
	vec3 specularColor;
	float specularShininess;
	float specularStrength;
};
void RE_Direct_BlinnPhong( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in BlinnPhongMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
	reflectedLight.directSpecular += irradiance * BRDF_BlinnPhong( directLight.direction, geometryViewDir, geometryNormal, material.specularColor, material.specularShininess ) * material.specularStrength;
}
void RE_IndirectDiffuse_BlinnPhong( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in BlinnPhongMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_BlinnPhong
#define RE_IndirectDiffuse		RE_IndirectDiffuse_BlinnPhong`,Iv=`PhysicalMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.diffuseContribution = diffuseColor.rgb * ( 1.0 - metalnessFactor );
material.metalness = metalnessFactor;
vec3 dxy = max( abs( dFdx( nonPerturbedNormal ) ), abs( dFdy( nonPerturbedNormal ) ) );
float geometryRoughness = max( max( dxy.x, dxy.y ), dxy.z );
material.roughness = max( roughnessFactor, 0.045 );
material.roughness += geometryRoughness;
material.roughness = min( material.roughness, 1.0 );
#ifdef USE_DIFFUSE_ROUGHNESS
	float diffuseRoughnessFactor = diffuseRoughness;
	#ifdef USE_DIFFUSE_ROUGHNESSMAP
		diffuseRoughnessFactor *= texture2D( diffuseRoughnessMap, vDiffuseRoughnessMapUv ).r;
	#endif
	material.diffuseRoughness = saturate( diffuseRoughnessFactor );
#endif
#ifdef IOR
	material.ior = ior;
	#ifdef USE_SPECULAR
		float specularIntensityFactor = specularIntensity;
		vec3 specularColorFactor = specularColor;
		#ifdef USE_SPECULAR_COLORMAP
			specularColorFactor *= texture2D( specularColorMap, vSpecularColorMapUv ).rgb;
		#endif
		#ifdef USE_SPECULAR_INTENSITYMAP
			specularIntensityFactor *= texture2D( specularIntensityMap, vSpecularIntensityMapUv ).a;
		#endif
		material.specularF90 = mix( specularIntensityFactor, 1.0, metalnessFactor );
	#else
		float specularIntensityFactor = 1.0;
		vec3 specularColorFactor = vec3( 1.0 );
		material.specularF90 = 1.0;
	#endif
	material.specularColor = min( pow2( ( material.ior - 1.0 ) / ( material.ior + 1.0 ) ) * specularColorFactor, vec3( 1.0 ) ) * specularIntensityFactor;
	material.specularColorBlended = mix( material.specularColor, diffuseColor.rgb, metalnessFactor );
#else
	material.specularColor = vec3( 0.04 );
	material.specularColorBlended = mix( material.specularColor, diffuseColor.rgb, metalnessFactor );
	material.specularF90 = 1.0;
#endif
#ifdef USE_CLEARCOAT
	material.clearcoat = clearcoat;
	material.clearcoatRoughness = clearcoatRoughness;
	material.clearcoatF0 = vec3( 0.04 );
	material.clearcoatF90 = 1.0;
	#ifdef USE_CLEARCOATMAP
		material.clearcoat *= texture2D( clearcoatMap, vClearcoatMapUv ).x;
	#endif
	#ifdef USE_CLEARCOAT_ROUGHNESSMAP
		material.clearcoatRoughness *= texture2D( clearcoatRoughnessMap, vClearcoatRoughnessMapUv ).y;
	#endif
	material.clearcoat = saturate( material.clearcoat );	material.clearcoatRoughness = max( material.clearcoatRoughness, 0.045 );
	material.clearcoatRoughness += geometryRoughness;
	material.clearcoatRoughness = min( material.clearcoatRoughness, 1.0 );
#endif
#ifdef USE_DISPERSION
	material.dispersion = dispersion;
#endif
#ifdef USE_RETROREFLECTION
	material.retroreflectivity = retroreflectivity;
#endif
#ifdef USE_IRIDESCENCE
	material.iridescence = iridescence;
	material.iridescenceIOR = iridescenceIOR;
	#ifdef USE_IRIDESCENCEMAP
		material.iridescence *= texture2D( iridescenceMap, vIridescenceMapUv ).r;
	#endif
	#ifdef USE_IRIDESCENCE_THICKNESSMAP
		material.iridescenceThickness = (iridescenceThicknessMaximum - iridescenceThicknessMinimum) * texture2D( iridescenceThicknessMap, vIridescenceThicknessMapUv ).g + iridescenceThicknessMinimum;
	#else
		material.iridescenceThickness = iridescenceThicknessMaximum;
	#endif
#endif
#ifdef USE_SHEEN
	material.sheenColor = sheenColor;
	#ifdef USE_SHEEN_COLORMAP
		material.sheenColor *= texture2D( sheenColorMap, vSheenColorMapUv ).rgb;
	#endif
	material.sheenRoughness = clamp( sheenRoughness, 0.0001, 1.0 );
	#ifdef USE_SHEEN_ROUGHNESSMAP
		material.sheenRoughness *= texture2D( sheenRoughnessMap, vSheenRoughnessMapUv ).a;
	#endif
#endif
#ifdef USE_ANISOTROPY
	#ifdef USE_ANISOTROPYMAP
		mat2 anisotropyMat = mat2( anisotropyVector.x, anisotropyVector.y, - anisotropyVector.y, anisotropyVector.x );
		vec3 anisotropyPolar = texture2D( anisotropyMap, vAnisotropyMapUv ).rgb;
		vec2 anisotropyV = anisotropyMat * normalize( 2.0 * anisotropyPolar.rg - vec2( 1.0 ) ) * anisotropyPolar.b;
	#else
		vec2 anisotropyV = anisotropyVector;
	#endif
	material.anisotropy = length( anisotropyV );
	if( material.anisotropy == 0.0 ) {
		anisotropyV = vec2( 1.0, 0.0 );
	} else {
		anisotropyV /= material.anisotropy;
		material.anisotropy = saturate( material.anisotropy );
	}
	material.alphaT = mix( pow2( material.roughness ), 1.0, pow2( material.anisotropy ) );
	material.anisotropyT = tbn[ 0 ] * anisotropyV.x + tbn[ 1 ] * anisotropyV.y;
	material.anisotropyB = tbn[ 1 ] * anisotropyV.x - tbn[ 0 ] * anisotropyV.y;
#endif`,Lv=`uniform sampler2D dfgLUT;
struct PhysicalMaterial {
	vec3 diffuseColor;
	vec3 diffuseContribution;
	vec3 specularColor;
	vec3 specularColorBlended;
	float roughness;
	float metalness;
	float specularF90;
	float dispersion;
	vec2 dfg;
	vec3 multiScatteringCompensation;
	#ifdef USE_DIFFUSE_ROUGHNESS
		float diffuseRoughness;
	#endif
	#ifdef USE_RETROREFLECTION
		float retroreflectivity;
	#endif
	#ifdef USE_CLEARCOAT
		float clearcoat;
		float clearcoatRoughness;
		vec3 clearcoatF0;
		float clearcoatF90;
	#endif
	#ifdef USE_IRIDESCENCE
		float iridescence;
		float iridescenceIOR;
		float iridescenceThickness;
		vec3 iridescenceFresnel;
		vec3 iridescenceF0Dielectric;
		vec3 iridescenceF0Metallic;
	#endif
	#ifdef USE_SHEEN
		vec3 sheenColor;
		float sheenRoughness;
	#endif
	#ifdef IOR
		float ior;
	#endif
	#ifdef USE_TRANSMISSION
		float transmission;
		float transmissionAlpha;
		float thickness;
		float attenuationDistance;
		vec3 attenuationColor;
	#endif
	#ifdef USE_ANISOTROPY
		float anisotropy;
		float alphaT;
		vec3 anisotropyT;
		vec3 anisotropyB;
	#endif
};
vec3 clearcoatSpecularDirect = vec3( 0.0 );
vec3 clearcoatSpecularIndirect = vec3( 0.0 );
vec3 sheenSpecularDirect = vec3( 0.0 );
vec3 sheenSpecularIndirect = vec3(0.0 );
vec3 Schlick_to_F0( const in vec3 f, const in float f90, const in float dotVH ) {
    float x = clamp( 1.0 - dotVH, 0.0, 1.0 );
    float x2 = x * x;
    float x5 = clamp( x * x2 * x2, 0.0, 0.9999 );
    return ( f - vec3( f90 ) * x5 ) / ( 1.0 - x5 );
}
#ifdef USE_DIFFUSE_ROUGHNESS
	const float EON_EPSILON = 1e-7;
	float FON_DirectionalAlbedo( const in float mu, const in float roughness, const in float A ) {
		float muComp = 1.0 - mu;
		float gOverPi = muComp * ( 0.0571085289 + muComp * ( 0.491881867 + muComp * ( - 0.332181442 + muComp * 0.0714429953 ) ) );
		return A * ( 1.0 + roughness * gOverPi );
	}
	vec3 BRDF_EON( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in vec3 diffuseColor, const in float roughness ) {
		vec3 rho = saturate( diffuseColor );
		if ( roughness <= EON_EPSILON ) return BRDF_Lambert( rho );
		float dotNL = saturate( dot( normal, lightDir ) );
		float dotNV = saturate( dot( normal, viewDir ) );
		float s = dot( lightDir, viewDir ) - dotNL * dotNV;
		float sOverT = ( s > 0.0 ) ? s / max( max( dotNL, dotNV ), EON_EPSILON ) : s;
		float A = 1.0 / ( 1.0 + ( 0.5 - 2.0 / ( 3.0 * PI ) ) * roughness );
		vec3 singleScatter = rho * RECIPROCAL_PI * A * ( 1.0 + roughness * sOverT );
		float averageAlbedo = A * ( 1.0 + ( 2.0 / 3.0 - 28.0 / ( 15.0 * PI ) ) * roughness );
		float albedoV = FON_DirectionalAlbedo( dotNV, roughness, A );
		float albedoL = FON_DirectionalAlbedo( dotNL, roughness, A );
		vec3 rhoMultiScatter = rho * rho * averageAlbedo / max( vec3( EON_EPSILON ), vec3( 1.0 ) - rho * ( 1.0 - averageAlbedo ) );
		vec3 multiScatter = rhoMultiScatter * RECIPROCAL_PI
			* max( EON_EPSILON, 1.0 - albedoV )
			* max( EON_EPSILON, 1.0 - albedoL )
			/ max( EON_EPSILON, 1.0 - averageAlbedo );
		return singleScatter + multiScatter;
	}
	vec3 EON_DirectionalAlbedo( const in vec3 diffuseColor, const in float roughness, const in float dotNV ) {
		vec3 rho = saturate( diffuseColor );
		if ( roughness <= EON_EPSILON ) return rho;
		float A = 1.0 / ( 1.0 + ( 0.5 - 2.0 / ( 3.0 * PI ) ) * roughness );
		float directionalAlbedo = FON_DirectionalAlbedo( dotNV, roughness, A );
		float averageAlbedo = A * ( 1.0 + ( 2.0 / 3.0 - 28.0 / ( 15.0 * PI ) ) * roughness );
		vec3 rhoMultiScatter = rho * rho * averageAlbedo / max( vec3( EON_EPSILON ), vec3( 1.0 ) - rho * ( 1.0 - averageAlbedo ) );
		return rho * directionalAlbedo + rhoMultiScatter * ( 1.0 - directionalAlbedo );
	}
#endif
float V_GGX_SmithCorrelated( const in float alpha, const in float dotNL, const in float dotNV ) {
	float a2 = pow2( alpha );
	float gv = dotNL * sqrt( a2 + ( 1.0 - a2 ) * pow2( dotNV ) );
	float gl = dotNV * sqrt( a2 + ( 1.0 - a2 ) * pow2( dotNL ) );
	return 0.5 / max( gv + gl, EPSILON );
}
float D_GGX( const in float alpha, const in float dotNH ) {
	float a2 = pow2( alpha );
	float denom = pow2( dotNH ) * ( a2 - 1.0 ) + 1.0;
	return RECIPROCAL_PI * a2 / pow2( denom );
}
#ifdef USE_ANISOTROPY
	float V_GGX_SmithCorrelated_Anisotropic( const in float alphaT, const in float alphaB, const in float dotTV, const in float dotBV, const in float dotTL, const in float dotBL, const in float dotNV, const in float dotNL ) {
		float gv = dotNL * length( vec3( alphaT * dotTV, alphaB * dotBV, dotNV ) );
		float gl = dotNV * length( vec3( alphaT * dotTL, alphaB * dotBL, dotNL ) );
		return 0.5 / max( gv + gl, EPSILON );
	}
	float D_GGX_Anisotropic( const in float alphaT, const in float alphaB, const in float dotNH, const in float dotTH, const in float dotBH ) {
		float a2 = alphaT * alphaB;
		highp vec3 v = vec3( alphaB * dotTH, alphaT * dotBH, a2 * dotNH );
		highp float v2 = dot( v, v );
		float w2 = a2 / v2;
		return RECIPROCAL_PI * a2 * pow2 ( w2 );
	}
#endif
#ifdef USE_CLEARCOAT
	vec3 BRDF_GGX_Clearcoat( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in PhysicalMaterial material) {
		vec3 f0 = material.clearcoatF0;
		float f90 = material.clearcoatF90;
		float roughness = max( material.clearcoatRoughness, 0.045 );
		float alpha = pow2( roughness );
		vec3 halfDir = normalize( lightDir + viewDir );
		float dotNL = saturate( dot( normal, lightDir ) );
		float dotNV = saturate( dot( normal, viewDir ) );
		float dotNH = saturate( dot( normal, halfDir ) );
		float dotVH = saturate( dot( viewDir, halfDir ) );
		vec3 F = F_Schlick( f0, f90, dotVH );
		float V = V_GGX_SmithCorrelated( alpha, dotNL, dotNV );
		float D = D_GGX( alpha, dotNH );
		return F * ( V * D );
	}
#endif
vec3 BRDF_GGX( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in PhysicalMaterial material ) {
	vec3 f0 = material.specularColorBlended;
	float f90 = material.specularF90;
	float roughness = max( material.roughness, 0.045 );
	float alpha = pow2( roughness );
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNL = saturate( dot( normal, lightDir ) );
	float dotNV = saturate( dot( normal, viewDir ) );
	float dotNH = saturate( dot( normal, halfDir ) );
	float dotVH = saturate( dot( viewDir, halfDir ) );
	vec3 F = F_Schlick( f0, f90, dotVH );
	#ifdef USE_IRIDESCENCE
		F = mix( F, material.iridescenceFresnel, material.iridescence );
	#endif
	#ifdef USE_ANISOTROPY
		float dotTL = dot( material.anisotropyT, lightDir );
		float dotTV = dot( material.anisotropyT, viewDir );
		float dotTH = dot( material.anisotropyT, halfDir );
		float dotBL = dot( material.anisotropyB, lightDir );
		float dotBV = dot( material.anisotropyB, viewDir );
		float dotBH = dot( material.anisotropyB, halfDir );
		float alphaT = max( material.alphaT, alpha );
		float V = V_GGX_SmithCorrelated_Anisotropic( alphaT, alpha, dotTV, dotBV, dotTL, dotBL, dotNV, dotNL );
		float D = D_GGX_Anisotropic( alphaT, alpha, dotNH, dotTH, dotBH );
	#else
		float V = V_GGX_SmithCorrelated( alpha, dotNL, dotNV );
		float D = D_GGX( alpha, dotNH );
	#endif
	return F * ( V * D );
}
vec2 LTC_Uv( const in vec3 N, const in vec3 V, const in float roughness ) {
	const float LUT_SIZE = 64.0;
	const float LUT_SCALE = ( LUT_SIZE - 1.0 ) / LUT_SIZE;
	const float LUT_BIAS = 0.5 / LUT_SIZE;
	float dotNV = saturate( dot( N, V ) );
	vec2 uv = vec2( roughness, sqrt( 1.0 - dotNV ) );
	uv = uv * LUT_SCALE + LUT_BIAS;
	return uv;
}
float LTC_ClippedSphereFormFactor( const in vec3 f ) {
	float l = length( f );
	return max( ( l * l + f.z ) / ( l + 1.0 ), 0.0 );
}
vec3 LTC_EdgeVectorFormFactor( const in vec3 v1, const in vec3 v2 ) {
	float x = dot( v1, v2 );
	float y = abs( x );
	float a = 0.8543985 + ( 0.4965155 + 0.0145206 * y ) * y;
	float b = 3.4175940 + ( 4.1616724 + y ) * y;
	float v = a / b;
	float theta_sintheta = ( x > 0.0 ) ? v : 0.5 * inversesqrt( max( 1.0 - x * x, 1e-7 ) ) - v;
	return cross( v1, v2 ) * theta_sintheta;
}
vec3 LTC_Evaluate( const in vec3 N, const in vec3 V, const in vec3 P, const in mat3 mInv, const in vec3 rectCoords[ 4 ] ) {
	vec3 v1 = rectCoords[ 1 ] - rectCoords[ 0 ];
	vec3 v2 = rectCoords[ 3 ] - rectCoords[ 0 ];
	vec3 lightNormal = cross( v1, v2 );
	if( dot( lightNormal, P - rectCoords[ 0 ] ) < 0.0 ) return vec3( 0.0 );
	vec3 T1, T2;
	T1 = normalize( V - N * dot( V, N ) );
	T2 = - cross( N, T1 );
	mat3 mat = mInv * transpose( mat3( T1, T2, N ) );
	vec3 coords[ 4 ];
	coords[ 0 ] = mat * ( rectCoords[ 0 ] - P );
	coords[ 1 ] = mat * ( rectCoords[ 1 ] - P );
	coords[ 2 ] = mat * ( rectCoords[ 2 ] - P );
	coords[ 3 ] = mat * ( rectCoords[ 3 ] - P );
	coords[ 0 ] = normalize( coords[ 0 ] );
	coords[ 1 ] = normalize( coords[ 1 ] );
	coords[ 2 ] = normalize( coords[ 2 ] );
	coords[ 3 ] = normalize( coords[ 3 ] );
	vec3 vectorFormFactor = vec3( 0.0 );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 0 ], coords[ 1 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 1 ], coords[ 2 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 2 ], coords[ 3 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 3 ], coords[ 0 ] );
	float result = LTC_ClippedSphereFormFactor( vectorFormFactor );
	return vec3( result );
}
#if defined( USE_SHEEN )
float D_Charlie( float roughness, float dotNH ) {
	float alpha = pow2( roughness );
	float invAlpha = 1.0 / alpha;
	float cos2h = dotNH * dotNH;
	float sin2h = max( 1.0 - cos2h, 0.0078125 );
	return ( 2.0 + invAlpha ) * pow( sin2h, invAlpha * 0.5 ) / ( 2.0 * PI );
}
float V_Neubelt( float dotNV, float dotNL ) {
	return saturate( 1.0 / ( 4.0 * ( dotNL + dotNV - dotNL * dotNV ) ) );
}
vec3 BRDF_Sheen( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, vec3 sheenColor, const in float sheenRoughness ) {
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNL = saturate( dot( normal, lightDir ) );
	float dotNV = saturate( dot( normal, viewDir ) );
	float dotNH = saturate( dot( normal, halfDir ) );
	float D = D_Charlie( sheenRoughness, dotNH );
	float V = V_Neubelt( dotNV, dotNL );
	return sheenColor * ( D * V );
}
#endif
float IBLSheenBRDF( const in vec3 normal, const in vec3 viewDir, const in float roughness ) {
	float dotNV = saturate( dot( normal, viewDir ) );
	float r2 = roughness * roughness;
	float rInv = 1.0 / ( roughness + 0.1 );
	float a = -1.9362 + 1.0678 * roughness + 0.4573 * r2 - 0.8469 * rInv;
	float b = -0.6014 + 0.5538 * roughness - 0.4670 * r2 - 0.1255 * rInv;
	float DG = exp( a * dotNV + b );
	return saturate( DG );
}
vec3 EnvironmentBRDF( const in vec3 normal, const in vec3 viewDir, const in vec3 specularColor, const in float specularF90, const in float roughness ) {
	float dotNV = saturate( dot( normal, viewDir ) );
	vec2 fab = texture2D( dfgLUT, vec2( roughness, dotNV ) ).rg;
	return specularColor * fab.x + specularF90 * fab.y;
}
#ifdef USE_IRIDESCENCE
void computeMultiscatteringIridescence( const in vec2 fab, const in vec3 specularColor, const in float specularF90, const in float iridescence, const in vec3 iridescenceF0, inout vec3 singleScatter, inout vec3 multiScatter ) {
#else
void computeMultiscattering( const in vec2 fab, const in vec3 specularColor, const in float specularF90, inout vec3 singleScatter, inout vec3 multiScatter ) {
#endif
	#ifdef USE_IRIDESCENCE
		vec3 Fr = mix( specularColor, iridescenceF0, iridescence );
	#else
		vec3 Fr = specularColor;
	#endif
	vec3 FssEss = Fr * fab.x + specularF90 * fab.y;
	float Ess = fab.x + fab.y;
	float Ems = 1.0 - Ess;
	vec3 Favg = Fr + ( 1.0 - Fr ) * 0.047619;	vec3 Fms = FssEss * Favg / ( 1.0 - Ems * Favg );
	singleScatter += FssEss;
	multiScatter += Fms * Ems;
}
#if NUM_RECT_AREA_LIGHTS > 0
	void RE_Direct_RectArea_Physical( const in RectAreaLight rectAreaLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
		vec3 normal = geometryNormal;
		vec3 viewDir = geometryViewDir;
		vec3 position = geometryPosition;
		vec3 lightPos = rectAreaLight.position;
		vec3 halfWidth = rectAreaLight.halfWidth;
		vec3 halfHeight = rectAreaLight.halfHeight;
		vec3 lightColor = rectAreaLight.color;
		float roughness = material.roughness;
		vec3 rectCoords[ 4 ];
		rectCoords[ 0 ] = lightPos + halfWidth - halfHeight;		rectCoords[ 1 ] = lightPos - halfWidth - halfHeight;
		rectCoords[ 2 ] = lightPos - halfWidth + halfHeight;
		rectCoords[ 3 ] = lightPos + halfWidth + halfHeight;
		vec2 uv = LTC_Uv( normal, viewDir, roughness );
		vec4 t1 = texture2D( ltc_1, uv );
		vec4 t2 = texture2D( ltc_2, uv );
		mat3 mInv = mat3(
			vec3( t1.x, 0, t1.y ),
			vec3(    0, 1,    0 ),
			vec3( t1.z, 0, t1.w )
		);
		vec3 fresnel = ( material.specularColorBlended * t2.x + ( material.specularF90 - material.specularColorBlended ) * t2.y );
		reflectedLight.directSpecular += lightColor * fresnel * LTC_Evaluate( normal, viewDir, position, mInv, rectCoords );
		reflectedLight.directDiffuse += lightColor * material.diffuseContribution * LTC_Evaluate( normal, viewDir, position, mat3( 1.0 ), rectCoords );
		#ifdef USE_CLEARCOAT
			vec3 Ncc = geometryClearcoatNormal;
			vec2 uvClearcoat = LTC_Uv( Ncc, viewDir, material.clearcoatRoughness );
			vec4 t1Clearcoat = texture2D( ltc_1, uvClearcoat );
			vec4 t2Clearcoat = texture2D( ltc_2, uvClearcoat );
			mat3 mInvClearcoat = mat3(
				vec3( t1Clearcoat.x, 0, t1Clearcoat.y ),
				vec3(             0, 1,             0 ),
				vec3( t1Clearcoat.z, 0, t1Clearcoat.w )
			);
			vec3 fresnelClearcoat = material.clearcoatF0 * t2Clearcoat.x + ( material.clearcoatF90 - material.clearcoatF0 ) * t2Clearcoat.y;
			clearcoatSpecularDirect += lightColor * fresnelClearcoat * LTC_Evaluate( Ncc, viewDir, position, mInvClearcoat, rectCoords );
		#endif
	}
#endif
void RE_Direct_Physical( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	#ifdef USE_CLEARCOAT
		float dotNLcc = saturate( dot( geometryClearcoatNormal, directLight.direction ) );
		vec3 ccIrradiance = dotNLcc * directLight.color;
		clearcoatSpecularDirect += ccIrradiance * BRDF_GGX_Clearcoat( directLight.direction, geometryViewDir, geometryClearcoatNormal, material );
	#endif
	#ifdef USE_SHEEN
 
 		sheenSpecularDirect += irradiance * BRDF_Sheen( directLight.direction, geometryViewDir, geometryNormal, material.sheenColor, material.sheenRoughness );
 
 		float sheenAlbedoV = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
 		float sheenAlbedoL = IBLSheenBRDF( geometryNormal, directLight.direction, material.sheenRoughness );
 
 		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * max( sheenAlbedoV, sheenAlbedoL );
 
 		irradiance *= sheenEnergyComp;
 
 	#endif
	vec3 specularBRDF = BRDF_GGX( directLight.direction, geometryViewDir, geometryNormal, material );
	#ifdef USE_RETROREFLECTION
		vec3 retroViewDir = reflect( - geometryViewDir, geometryNormal );
		vec3 retroSpecularBRDF = BRDF_GGX( directLight.direction, retroViewDir, geometryNormal, material );
		specularBRDF = mix( specularBRDF, retroSpecularBRDF, saturate( material.retroreflectivity ) );
	#endif
	reflectedLight.directSpecular += irradiance * specularBRDF * material.multiScatteringCompensation;
	vec3 halfDir = normalize( directLight.direction + geometryViewDir );
	float dotVH = saturate( dot( geometryViewDir, halfDir ) );
	vec3 F = F_Schlick( material.specularColor, material.specularF90, dotVH );
	#ifdef USE_RETROREFLECTION
		vec3 retroHalfDir = normalize( directLight.direction + retroViewDir );
		float dotRetroVH = saturate( dot( retroViewDir, retroHalfDir ) );
		vec3 retroF = F_Schlick( material.specularColor, material.specularF90, dotRetroVH );
		F = mix( F, retroF, saturate( material.retroreflectivity ) );
	#endif
	#ifdef USE_DIFFUSE_ROUGHNESS
		vec3 diffuseBRDF = BRDF_EON( directLight.direction, geometryViewDir, geometryNormal, material.diffuseColor, material.diffuseRoughness ) * ( 1.0 - material.metalness );
	#else
		vec3 diffuseBRDF = BRDF_Lambert( material.diffuseContribution );
	#endif
	reflectedLight.directDiffuse += irradiance * diffuseBRDF * ( 1.0 - F );
}
void RE_IndirectDiffuse_Physical( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
	vec3 singleScattering = vec3( 0.0 );
	vec3 multiScattering = vec3( 0.0 );
	#ifdef USE_IRIDESCENCE
		computeMultiscatteringIridescence( material.dfg, material.specularColor, material.specularF90, material.iridescence, material.iridescenceF0Dielectric, singleScattering, multiScattering );
	#else
		computeMultiscattering( material.dfg, material.specularColor, material.specularF90, singleScattering, multiScattering );
	#endif
	#ifdef USE_DIFFUSE_ROUGHNESS
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		vec3 diffuseAlbedo = EON_DirectionalAlbedo( material.diffuseColor, material.diffuseRoughness, dotNV ) * ( 1.0 - material.metalness );
		vec3 diffuse = irradiance * RECIPROCAL_PI * diffuseAlbedo * ( 1.0 - singleScattering - multiScattering );
	#else
		vec3 diffuse = irradiance * BRDF_Lambert( material.diffuseContribution ) * ( 1.0 - singleScattering - multiScattering );
	#endif
	#ifdef USE_SHEEN
		float sheenAlbedo = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
		sheenSpecularIndirect += irradiance * material.sheenColor * sheenAlbedo * RECIPROCAL_PI;
		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * sheenAlbedo;
		diffuse *= sheenEnergyComp;
	#endif
	reflectedLight.indirectDiffuse += diffuse;
}
void RE_IndirectSpecular_Physical( const in vec3 radiance, const in vec3 irradiance, const in vec3 clearcoatRadiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight) {
	#ifdef USE_CLEARCOAT
		clearcoatSpecularIndirect += clearcoatRadiance * EnvironmentBRDF( geometryClearcoatNormal, geometryViewDir, material.clearcoatF0, material.clearcoatF90, material.clearcoatRoughness );
	#endif
	#ifdef USE_SHEEN
		sheenSpecularIndirect += irradiance * material.sheenColor * IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness ) * RECIPROCAL_PI;
 	#endif
	vec3 singleScatteringDielectric = vec3( 0.0 );
	vec3 multiScatteringDielectric = vec3( 0.0 );
	vec3 singleScatteringMetallic = vec3( 0.0 );
	vec3 multiScatteringMetallic = vec3( 0.0 );
	#ifdef USE_IRIDESCENCE
		computeMultiscatteringIridescence( material.dfg, material.specularColor, material.specularF90, material.iridescence, material.iridescenceF0Dielectric, singleScatteringDielectric, multiScatteringDielectric );
		computeMultiscatteringIridescence( material.dfg, material.diffuseColor, material.specularF90, material.iridescence, material.iridescenceF0Metallic, singleScatteringMetallic, multiScatteringMetallic );
	#else
		computeMultiscattering( material.dfg, material.specularColor, material.specularF90, singleScatteringDielectric, multiScatteringDielectric );
		computeMultiscattering( material.dfg, material.diffuseColor, material.specularF90, singleScatteringMetallic, multiScatteringMetallic );
	#endif
	vec3 singleScattering = mix( singleScatteringDielectric, singleScatteringMetallic, material.metalness );
	vec3 multiScattering = mix( multiScatteringDielectric, multiScatteringMetallic, material.metalness );
	vec3 totalScatteringDielectric = singleScatteringDielectric + multiScatteringDielectric;
	#ifdef USE_DIFFUSE_ROUGHNESS
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		vec3 diffuse = EON_DirectionalAlbedo( material.diffuseColor, material.diffuseRoughness, dotNV ) * ( 1.0 - material.metalness ) * ( 1.0 - totalScatteringDielectric );
	#else
		vec3 diffuse = material.diffuseContribution * ( 1.0 - totalScatteringDielectric );
	#endif
	vec3 cosineWeightedIrradiance = irradiance * RECIPROCAL_PI;
	vec3 indirectSpecular = radiance * singleScattering;
	indirectSpecular += multiScattering * cosineWeightedIrradiance;
	vec3 indirectDiffuse = diffuse * cosineWeightedIrradiance;
	#ifdef USE_SHEEN
		float sheenAlbedo = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * sheenAlbedo;
		indirectSpecular *= sheenEnergyComp;
		indirectDiffuse *= sheenEnergyComp;
	#endif
	reflectedLight.indirectSpecular += indirectSpecular;
	reflectedLight.indirectDiffuse += indirectDiffuse;
}
#define RE_Direct				RE_Direct_Physical
#define RE_Direct_RectArea		RE_Direct_RectArea_Physical
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Physical
#define RE_IndirectSpecular		RE_IndirectSpecular_Physical
float computeSpecularOcclusion( const in float dotNV, const in float ambientOcclusion, const in float roughness ) {
	return saturate( pow( dotNV + ambientOcclusion, exp2( - 16.0 * roughness - 1.0 ) ) - 1.0 + ambientOcclusion );
}`,Nv=`
vec3 geometryPosition = - vViewPosition;
vec3 geometryNormal = normal;
vec3 geometryViewDir = ( isOrthographic ) ? vec3( 0, 0, 1 ) : normalize( vViewPosition );
vec3 geometryClearcoatNormal = vec3( 0.0 );
#ifdef USE_CLEARCOAT
	geometryClearcoatNormal = clearcoatNormal;
#endif
#ifdef USE_IRIDESCENCE
	float dotNVi = saturate( dot( normal, geometryViewDir ) );
	if ( material.iridescenceThickness == 0.0 ) {
		material.iridescence = 0.0;
	} else {
		material.iridescence = saturate( material.iridescence );
	}
	if ( material.iridescence > 0.0 ) {
		vec3 iridescenceFresnelDielectric = evalIridescence( 1.0, material.iridescenceIOR, dotNVi, material.iridescenceThickness, material.specularColor );
		vec3 iridescenceFresnelMetallic = evalIridescence( 1.0, material.iridescenceIOR, dotNVi, material.iridescenceThickness, material.diffuseColor );
		material.iridescenceFresnel = mix( iridescenceFresnelDielectric, iridescenceFresnelMetallic, material.metalness );
		material.iridescenceF0Dielectric = Schlick_to_F0( iridescenceFresnelDielectric, 1.0, dotNVi );
		material.iridescenceF0Metallic = Schlick_to_F0( iridescenceFresnelMetallic, 1.0, dotNVi );
	}
#endif
#ifdef STANDARD
	float dotNVms = saturate( dot( geometryNormal, geometryViewDir ) );
	material.dfg = texture2D( dfgLUT, vec2( material.roughness, dotNVms ) ).rg;
	#if ( NUM_SUN_LIGHTS > 0 || NUM_DIR_LIGHTS > 0 || NUM_POINT_LIGHTS > 0 || NUM_SPOT_LIGHTS > 0 )
		float EssMs = material.dfg.x + material.dfg.y;
		material.multiScatteringCompensation = 1.0 + material.specularColorBlended * ( 1.0 / EssMs - 1.0 );
	#endif
#endif
IncidentLight directLight;
#if ( NUM_POINT_LIGHTS > 0 ) && defined( RE_Direct )
	PointLight pointLight;
	#if defined( USE_SHADOWMAP ) && NUM_POINT_LIGHT_SHADOWS > 0
	PointLightShadow pointLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_POINT_LIGHTS; i ++ ) {
		pointLight = pointLights[ i ];
		getPointLightInfo( pointLight, geometryPosition, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_POINT_LIGHT_SHADOWS ) && ( defined( SHADOWMAP_TYPE_PCF ) || defined( SHADOWMAP_TYPE_BASIC ) )
		pointLightShadow = pointLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getPointShadow( pointShadowMap[ i ], pointLightShadow.shadowMapSize, pointLightShadow.shadowIntensity, pointLightShadow.shadowBias, pointLightShadow.shadowRadius, vPointShadowCoord[ i ], pointLightShadow.shadowCameraNear, pointLightShadow.shadowCameraFar ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_SPOT_LIGHTS > 0 ) && defined( RE_Direct )
	SpotLight spotLight;
	vec4 spotColor;
	vec3 spotLightCoord;
	bool inSpotLightMap;
	#if defined( USE_SHADOWMAP ) && NUM_SPOT_LIGHT_SHADOWS > 0
	SpotLightShadow spotLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHTS; i ++ ) {
		spotLight = spotLights[ i ];
		getSpotLightInfo( spotLight, geometryPosition, directLight );
		#if ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS )
		#define SPOT_LIGHT_MAP_INDEX UNROLLED_LOOP_INDEX
		#elif ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
		#define SPOT_LIGHT_MAP_INDEX NUM_SPOT_LIGHT_MAPS
		#else
		#define SPOT_LIGHT_MAP_INDEX ( UNROLLED_LOOP_INDEX - NUM_SPOT_LIGHT_SHADOWS + NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS )
		#endif
		#if ( SPOT_LIGHT_MAP_INDEX < NUM_SPOT_LIGHT_MAPS )
			spotLightCoord = vSpotLightCoord[ i ].xyz / vSpotLightCoord[ i ].w;
			inSpotLightMap = all( lessThan( abs( spotLightCoord * 2. - 1. ), vec3( 1.0 ) ) );
			spotColor = texture2D( spotLightMap[ SPOT_LIGHT_MAP_INDEX ], spotLightCoord.xy );
			directLight.color = inSpotLightMap ? directLight.color * spotColor.rgb : directLight.color;
		#endif
		#undef SPOT_LIGHT_MAP_INDEX
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
		spotLightShadow = spotLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getShadow( spotShadowMap[ i ], spotLightShadow.shadowMapSize, spotLightShadow.shadowIntensity, spotLightShadow.shadowBias, spotLightShadow.shadowRadius, vSpotLightCoord[ i ] ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_SUN_LIGHTS > 0 ) && defined( RE_Direct )
	SunLight sunLight;
	#if defined( USE_SHADOWMAP ) && NUM_SUN_LIGHT_SHADOWS > 0
	SunLightShadow sunLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SUN_LIGHTS; i ++ ) {
		sunLight = sunLights[ i ];
		getSunLightInfo( sunLight, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_SUN_LIGHT_SHADOWS )
		sunLightShadow = sunLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getSunShadow( sunShadowMap[ i ], sunLightShadow, UNROLLED_LOOP_INDEX ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_DIR_LIGHTS > 0 ) && defined( RE_Direct )
	DirectionalLight directionalLight;
	#if defined( USE_SHADOWMAP ) && NUM_DIR_LIGHT_SHADOWS > 0
	DirectionalLightShadow directionalLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_DIR_LIGHTS; i ++ ) {
		directionalLight = directionalLights[ i ];
		getDirectionalLightInfo( directionalLight, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_DIR_LIGHT_SHADOWS )
		directionalLightShadow = directionalLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getShadow( directionalShadowMap[ i ], directionalLightShadow.shadowMapSize, directionalLightShadow.shadowIntensity, directionalLightShadow.shadowBias, directionalLightShadow.shadowRadius, vDirectionalShadowCoord[ i ] ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_RECT_AREA_LIGHTS > 0 ) && defined( RE_Direct_RectArea )
	RectAreaLight rectAreaLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_RECT_AREA_LIGHTS; i ++ ) {
		rectAreaLight = rectAreaLights[ i ];
		RE_Direct_RectArea( rectAreaLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if defined( RE_IndirectDiffuse )
	vec3 iblIrradiance = vec3( 0.0 );
	vec3 irradiance = getAmbientLightIrradiance( ambientLightColor );
	#if defined( USE_LIGHT_PROBES )
		irradiance += getLightProbeIrradiance( lightProbe, geometryNormal );
	#endif
	#if ( NUM_HEMI_LIGHTS > 0 )
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_HEMI_LIGHTS; i ++ ) {
			irradiance += getHemisphereLightIrradiance( hemisphereLights[ i ], geometryNormal );
		}
		#pragma unroll_loop_end
	#endif
	#if NUM_LIGHT_PROBE_GRIDS > 0
		vec3 probeWorldPos = ( ( vec4( geometryPosition, 1.0 ) - viewMatrix[ 3 ] ) * viewMatrix ).xyz;
		vec3 probeWorldNormal = transformNormalByInverseViewMatrix( geometryNormal, viewMatrix );
		int probeGrid = - 1;
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_LIGHT_PROBE_GRIDS; i ++ ) {
			if ( isInsideLightProbeGrid( probeWorldPos, probeWorldNormal, probesMin[ i ], probesMax[ i ], probesResolution[ i ] ) ) probeGrid = UNROLLED_LOOP_INDEX;
		}
		#pragma unroll_loop_end
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_LIGHT_PROBE_GRIDS; i ++ ) {
			if ( probeGrid == UNROLLED_LOOP_INDEX ) irradiance += getLightProbeGridIrradiance( probesSH[ i ], probesMin[ i ], probesMax[ i ], probesResolution[ i ], probeWorldPos, probeWorldNormal );
		}
		#pragma unroll_loop_end
	#endif
#endif
#if defined( RE_IndirectSpecular )
	vec3 radiance = vec3( 0.0 );
	vec3 clearcoatRadiance = vec3( 0.0 );
#endif`,Dv=`#if defined( RE_IndirectDiffuse )
	#ifdef USE_LIGHTMAP
		vec4 lightMapTexel = texture2D( lightMap, vLightMapUv );
		vec3 lightMapIrradiance = lightMapTexel.rgb * lightMapIntensity;
		irradiance += lightMapIrradiance;
	#endif
	#if defined( USE_ENVMAP ) && defined( ENVMAP_TYPE_PMREM )
		#if defined( STANDARD ) || defined( LAMBERT ) || defined( PHONG )
			iblIrradiance += getIBLIrradiance( geometryNormal );
		#endif
	#endif
#endif
#if defined( USE_ENVMAP ) && defined( RE_IndirectSpecular )
	#ifdef USE_ANISOTROPY
		vec3 iblRadiance = getIBLAnisotropyRadiance( geometryViewDir, geometryNormal, material.roughness, material.anisotropyB, material.anisotropy );
	#else
		vec3 iblRadiance = getIBLRadiance( geometryViewDir, geometryNormal, material.roughness );
	#endif
	#ifdef USE_RETROREFLECTION
		#ifdef USE_ANISOTROPY
			vec3 retroIBLRadiance = getIBLAnisotropyRetroRadiance( geometryViewDir, geometryNormal, material.roughness, material.anisotropyB, material.anisotropy );
		#else
			vec3 retroIBLRadiance = getIBLRetroRadiance( geometryViewDir, geometryNormal, material.roughness );
		#endif
		iblRadiance = mix( iblRadiance, retroIBLRadiance, saturate( material.retroreflectivity ) );
	#endif
	radiance += iblRadiance;
	#ifdef USE_CLEARCOAT
		clearcoatRadiance += getIBLRadiance( geometryViewDir, geometryClearcoatNormal, material.clearcoatRoughness );
	#endif
#endif`,Uv=`#if defined( RE_IndirectDiffuse )
	#if defined( LAMBERT ) || defined( PHONG )
		irradiance += iblIrradiance;
	#endif
	RE_IndirectDiffuse( irradiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif
#if defined( RE_IndirectSpecular )
	RE_IndirectSpecular( radiance, iblIrradiance, clearcoatRadiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif`,kv=`#if NUM_LIGHT_PROBE_GRIDS > 0
uniform highp sampler3D probesSH[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesMin[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesMax[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesResolution[ NUM_LIGHT_PROBE_GRIDS ];
bool isInsideLightProbeGrid( vec3 worldPos, vec3 worldNormal, vec3 probesMin, vec3 probesMax, vec3 probesResolution ) {
	vec3 spacing = ( probesMax - probesMin ) / probesResolution;
	vec3 samplePos = worldPos + worldNormal * spacing * 0.5;
	vec3 margin = spacing * 0.01;
	return all( greaterThanEqual( samplePos, probesMin - margin ) ) && all( lessThanEqual( samplePos, probesMax + margin ) );
}
vec3 getLightProbeGridIrradiance( highp sampler3D probesSH, vec3 probesMin, vec3 probesMax, vec3 probesResolution, vec3 worldPos, vec3 worldNormal ) {
	vec3 res = probesResolution;
	vec3 gridRange = probesMax - probesMin;
	vec3 probeSpacing = gridRange / res;
	vec3 samplePos = worldPos + worldNormal * probeSpacing * 0.5;
	vec3 uvw = clamp( ( samplePos - probesMin ) / gridRange, 0.5 / res, 1.0 - 0.5 / res );
	float nz          = res.z;
	float paddedSlices = nz + 2.0;
	float atlasDepth  = 7.0 * paddedSlices;
	float uvZBase     = uvw.z * nz + 1.0;
	vec4 s0 = texture( probesSH, vec3( uvw.xy, ( uvZBase                       ) / atlasDepth ) );
	vec4 s1 = texture( probesSH, vec3( uvw.xy, ( uvZBase +       paddedSlices   ) / atlasDepth ) );
	vec4 s2 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 2.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s3 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 3.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s4 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 4.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s5 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 5.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s6 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 6.0 * paddedSlices   ) / atlasDepth ) );
	vec3 c0 = s0.xyz;
	vec3 c1 = vec3( s0.w, s1.xy );
	vec3 c2 = vec3( s1.zw, s2.x );
	vec3 c3 = s2.yzw;
	vec3 c4 = s3.xyz;
	vec3 c5 = vec3( s3.w, s4.xy );
	vec3 c6 = vec3( s4.zw, s5.x );
	vec3 c7 = s5.yzw;
	vec3 c8 = s6.xyz;
	float x = worldNormal.x, y = worldNormal.y, z = worldNormal.z;
	vec3 result = c0 * 0.886227;
	result += c1 * 2.0 * 0.511664 * y;
	result += c2 * 2.0 * 0.511664 * z;
	result += c3 * 2.0 * 0.511664 * x;
	result += c4 * 2.0 * 0.429043 * x * y;
	result += c5 * 2.0 * 0.429043 * y * z;
	result += c6 * ( 0.743125 * z * z - 0.247708 );
	result += c7 * 2.0 * 0.429043 * x * z;
	result += c8 * 0.429043 * ( x * x - y * y );
	return max( result, vec3( 0.0 ) );
}
#endif`,Ov=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	gl_FragDepth = vIsPerspective == 0.0 ? gl_FragCoord.z : log2( vFragDepth ) * logDepthBufFC * 0.5;
#endif`,Fv=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	uniform float logDepthBufFC;
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,Bv=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,zv=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	vFragDepth = 1.0 + gl_Position.w;
	vIsPerspective = float( isPerspectiveMatrix( projectionMatrix ) );
#endif`,Vv=`#ifdef USE_MAP
	vec4 sampledDiffuseColor = texture2D( map, vMapUv );
	#ifdef DECODE_VIDEO_TEXTURE
		sampledDiffuseColor = sRGBTransferEOTF( sampledDiffuseColor );
	#endif
	diffuseColor *= sampledDiffuseColor;
#endif`,Hv=`#ifdef USE_MAP
	uniform sampler2D map;
#endif`,Gv=`#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
	#if defined( USE_POINTS_UV )
		vec2 uv = vUv;
	#else
		vec2 uv = ( uvTransform * vec3( gl_PointCoord.x, 1.0 - gl_PointCoord.y, 1 ) ).xy;
	#endif
#endif
#ifdef USE_MAP
	diffuseColor *= texture2D( map, uv );
#endif
#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, uv ).g;
#endif`,Wv=`#if defined( USE_POINTS_UV )
	varying vec2 vUv;
#else
	#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
		uniform mat3 uvTransform;
	#endif
#endif
#ifdef USE_MAP
	uniform sampler2D map;
#endif
#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,Xv=`float metalnessFactor = metalness;
#ifdef USE_METALNESSMAP
	vec4 texelMetalness = texture2D( metalnessMap, vMetalnessMapUv );
	metalnessFactor *= texelMetalness.b;
#endif`,qv=`#ifdef USE_METALNESSMAP
	uniform sampler2D metalnessMap;
#endif`,$v=`#ifdef USE_INSTANCING_MORPH
	float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	float morphTargetBaseInfluence = texelFetch( morphTexture, ivec2( 0, gl_InstanceID ), 0 ).r;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		morphTargetInfluences[i] =  texelFetch( morphTexture, ivec2( i + 1, gl_InstanceID ), 0 ).r;
	}
#endif`,Yv=`#if defined( USE_MORPHCOLORS )
	#if defined( USE_COLOR_ALPHA )
		vColor *= morphTargetBaseInfluence;
	#elif defined( USE_COLOR )
		vColor.rgb *= morphTargetBaseInfluence;
	#endif
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		#if defined( USE_COLOR_ALPHA )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor += getMorph( gl_VertexID, i, 2 ) * morphTargetInfluences[ i ];
		#elif defined( USE_COLOR )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor.rgb += getMorph( gl_VertexID, i, 2 ).rgb * morphTargetInfluences[ i ];
		#endif
	}
#endif`,Kv=`#ifdef USE_MORPHNORMALS
	objectNormal *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) objectNormal += getMorph( gl_VertexID, i, 1 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,jv=`#ifdef USE_MORPHTARGETS
	#ifndef USE_INSTANCING_MORPH
		uniform float morphTargetBaseInfluence;
		uniform float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	#endif
	uniform sampler2DArray morphTargetsTexture;
	uniform ivec2 morphTargetsTextureSize;
	vec4 getMorph( const in int vertexIndex, const in int morphTargetIndex, const in int offset ) {
		int texelIndex = vertexIndex * MORPHTARGETS_TEXTURE_STRIDE + offset;
		int y = texelIndex / morphTargetsTextureSize.x;
		int x = texelIndex - y * morphTargetsTextureSize.x;
		ivec3 morphUV = ivec3( x, y, morphTargetIndex );
		return texelFetch( morphTargetsTexture, morphUV, 0 );
	}
#endif`,Zv=`#ifdef USE_MORPHTARGETS
	transformed *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) transformed += getMorph( gl_VertexID, i, 0 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,Jv=`float faceDirection = gl_FrontFacing ? 1.0 : - 1.0;
#ifdef FLAT_SHADED
	vec3 fdx = dFdx( vViewPosition );
	vec3 fdy = dFdy( vViewPosition );
	vec3 normal = normalize( cross( fdx, fdy ) );
#else
	vec3 normal = normalize( vNormal );
	#ifdef DOUBLE_SIDED
		normal *= faceDirection;
	#endif
#endif
#if defined( USE_NORMALMAP_TANGENTSPACE ) || defined( USE_CLEARCOAT_NORMALMAP ) || defined( USE_ANISOTROPY )
	#ifdef USE_TANGENT
		mat3 tbn = mat3( normalize( vTangent ), normalize( vBitangent ), normal );
	#else
		mat3 tbn = getTangentFrame( - vViewPosition, normal,
		#if defined( USE_NORMALMAP )
			vNormalMapUv
		#elif defined( USE_CLEARCOAT_NORMALMAP )
			vClearcoatNormalMapUv
		#else
			vUv
		#endif
		);
	#endif
	#ifdef DOUBLE_SIDED
		tbn[0] *= faceDirection;
		tbn[1] *= faceDirection;
	#endif
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	#ifdef USE_TANGENT
		mat3 tbn2 = mat3( normalize( vTangent ), normalize( vBitangent ), normal );
	#else
		mat3 tbn2 = getTangentFrame( - vViewPosition, normal, vClearcoatNormalMapUv );
	#endif
	#ifdef DOUBLE_SIDED
		tbn2[0] *= faceDirection;
		tbn2[1] *= faceDirection;
	#endif
#endif
vec3 nonPerturbedNormal = normal;`,Qv=`#ifdef USE_NORMALMAP_OBJECTSPACE
	normal = texture2D( normalMap, vNormalMapUv ).xyz * 2.0 - 1.0;
	#ifdef FLIP_SIDED
		normal = - normal;
	#endif
	#ifdef DOUBLE_SIDED
		normal = normal * faceDirection;
	#endif
	normal = normalize( normalMatrix * normal );
#elif defined( USE_NORMALMAP_TANGENTSPACE )
	vec3 mapN = texture2D( normalMap, vNormalMapUv ).xyz * 2.0 - 1.0;
	#if defined( USE_PACKED_NORMALMAP )
		mapN = vec3( mapN.xy, sqrt( saturate( 1.0 - dot( mapN.xy, mapN.xy ) ) ) );
	#endif
	mapN.xy *= normalScale;
	normal = normalize( tbn * mapN );
#elif defined( USE_BUMPMAP )
	normal = perturbNormalArb( - vViewPosition, normal, dHdxy_fwd(), faceDirection );
#endif`,ey=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,ty=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,ny=`#ifndef FLAT_SHADED
	vNormal = normalize( transformedNormal );
	#ifdef USE_TANGENT
		vTangent = normalize( transformedTangent );
		vBitangent = normalize( cross( vNormal, vTangent ) * tangent.w );
		#ifdef FLIP_SIDED
			vBitangent = - vBitangent;
		#endif
	#endif
#endif`,iy=`#ifdef USE_NORMALMAP
	uniform sampler2D normalMap;
	uniform vec2 normalScale;
#endif
#ifdef USE_NORMALMAP_OBJECTSPACE
	uniform mat3 normalMatrix;
#endif
#if ! defined ( USE_TANGENT ) && ( defined ( USE_NORMALMAP_TANGENTSPACE ) || defined ( USE_CLEARCOAT_NORMALMAP ) || defined( USE_ANISOTROPY ) )
	mat3 getTangentFrame( vec3 eye_pos, vec3 surf_norm, vec2 uv ) {
		vec3 q0 = dFdx( eye_pos.xyz );
		vec3 q1 = dFdy( eye_pos.xyz );
		vec2 st0 = dFdx( uv.st );
		vec2 st1 = dFdy( uv.st );
		vec3 N = surf_norm;
		vec3 q1perp = cross( q1, N );
		vec3 q0perp = cross( N, q0 );
		vec3 T = q1perp * st0.x + q0perp * st1.x;
		vec3 B = q1perp * st0.y + q0perp * st1.y;
		float det = max( dot( T, T ), dot( B, B ) );
		float scale = ( det == 0.0 ) ? 0.0 : inversesqrt( det );
		return mat3( T * scale, B * scale, N );
	}
#endif`,sy=`#ifdef USE_CLEARCOAT
	vec3 clearcoatNormal = nonPerturbedNormal;
#endif`,ry=`#ifdef USE_CLEARCOAT_NORMALMAP
	vec3 clearcoatMapN = texture2D( clearcoatNormalMap, vClearcoatNormalMapUv ).xyz * 2.0 - 1.0;
	clearcoatMapN.xy *= clearcoatNormalScale;
	clearcoatNormal = normalize( tbn2 * clearcoatMapN );
#endif`,oy=`#ifdef USE_CLEARCOATMAP
	uniform sampler2D clearcoatMap;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform sampler2D clearcoatNormalMap;
	uniform vec2 clearcoatNormalScale;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform sampler2D clearcoatRoughnessMap;
#endif`,ay=`#ifdef USE_IRIDESCENCEMAP
	uniform sampler2D iridescenceMap;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform sampler2D iridescenceThicknessMap;
#endif`,ly=`#ifdef OPAQUE
diffuseColor.a = 1.0;
#endif
#ifdef USE_TRANSMISSION
diffuseColor.a *= material.transmissionAlpha;
#endif
gl_FragColor = vec4( outgoingLight, diffuseColor.a );`,cy=`vec3 packNormalToRGB( const in vec3 normal ) {
	return normalize( normal ) * 0.5 + 0.5;
}
vec3 unpackRGBToNormal( const in vec3 rgb ) {
	return 2.0 * rgb.xyz - 1.0;
}
const float PackUpscale = 256. / 255.;const float UnpackDownscale = 255. / 256.;const float ShiftRight8 = 1. / 256.;
const float Inv255 = 1. / 255.;
const vec4 PackFactors = vec4( 1.0, 256.0, 256.0 * 256.0, 256.0 * 256.0 * 256.0 );
const vec2 UnpackFactors2 = vec2( UnpackDownscale, 1.0 / PackFactors.g );
const vec3 UnpackFactors3 = vec3( UnpackDownscale / PackFactors.rg, 1.0 / PackFactors.b );
const vec4 UnpackFactors4 = vec4( UnpackDownscale / PackFactors.rgb, 1.0 / PackFactors.a );
vec4 packDepthToRGBA( const in float v ) {
	if( v <= 0.0 )
		return vec4( 0., 0., 0., 0. );
	if( v >= 1.0 )
		return vec4( 1., 1., 1., 1. );
	float vuf;
	float af = modf( v * PackFactors.a, vuf );
	float bf = modf( vuf * ShiftRight8, vuf );
	float gf = modf( vuf * ShiftRight8, vuf );
	return vec4( vuf * Inv255, gf * PackUpscale, bf * PackUpscale, af );
}
vec3 packDepthToRGB( const in float v ) {
	if( v <= 0.0 )
		return vec3( 0., 0., 0. );
	if( v >= 1.0 )
		return vec3( 1., 1., 1. );
	float vuf;
	float bf = modf( v * PackFactors.b, vuf );
	float gf = modf( vuf * ShiftRight8, vuf );
	return vec3( vuf * Inv255, gf * PackUpscale, bf );
}
vec2 packDepthToRG( const in float v ) {
	if( v <= 0.0 )
		return vec2( 0., 0. );
	if( v >= 1.0 )
		return vec2( 1., 1. );
	float vuf;
	float gf = modf( v * 256., vuf );
	return vec2( vuf * Inv255, gf );
}
float unpackRGBAToDepth( const in vec4 v ) {
	return dot( v, UnpackFactors4 );
}
float unpackRGBToDepth( const in vec3 v ) {
	return dot( v, UnpackFactors3 );
}
float unpackRGToDepth( const in vec2 v ) {
	return v.r * UnpackFactors2.r + v.g * UnpackFactors2.g;
}
vec4 pack2HalfToRGBA( const in vec2 v ) {
	vec4 r = vec4( v.x, fract( v.x * 255.0 ), v.y, fract( v.y * 255.0 ) );
	return vec4( r.x - r.y / 255.0, r.y, r.z - r.w / 255.0, r.w );
}
vec2 unpackRGBATo2Half( const in vec4 v ) {
	return vec2( v.x + ( v.y / 255.0 ), v.z + ( v.w / 255.0 ) );
}
float viewZToOrthographicDepth( const in float viewZ, const in float near, const in float far ) {
	return ( viewZ + near ) / ( near - far );
}
float orthographicDepthToViewZ( const in float depth, const in float near, const in float far ) {
	#ifdef USE_REVERSED_DEPTH_BUFFER
	
		return depth * ( far - near ) - far;
	#else
		return depth * ( near - far ) - near;
	#endif
}
float viewZToPerspectiveDepth( const in float viewZ, const in float near, const in float far ) {
	return ( ( near + viewZ ) * far ) / ( ( far - near ) * viewZ );
}
float perspectiveDepthToViewZ( const in float depth, const in float near, const in float far ) {
	
	#ifdef USE_REVERSED_DEPTH_BUFFER
		return ( near * far ) / ( ( near - far ) * depth - near );
	#else
		return ( near * far ) / ( ( far - near ) * depth - far );
	#endif
}`,uy=`#ifdef PREMULTIPLIED_ALPHA
	gl_FragColor.rgb *= gl_FragColor.a;
#endif`,hy=`vec4 mvPosition = vec4( transformed, 1.0 );
#ifdef USE_BATCHING
	mvPosition = batchingMatrix * mvPosition;
#endif
#ifdef USE_INSTANCING
	mvPosition = instanceMatrix * mvPosition;
#endif
mvPosition = modelViewMatrix * mvPosition;
gl_Position = projectionMatrix * mvPosition;`,dy=`#ifdef DITHERING
	gl_FragColor.rgb = dithering( gl_FragColor.rgb );
#endif`,fy=`#ifdef DITHERING
	vec3 dithering( vec3 color ) {
		float grid_position = rand( gl_FragCoord.xy );
		vec3 dither_shift_RGB = vec3( 0.25 / 255.0, -0.25 / 255.0, 0.25 / 255.0 );
		dither_shift_RGB = mix( 2.0 * dither_shift_RGB, -2.0 * dither_shift_RGB, grid_position );
		return color + dither_shift_RGB;
	}
#endif`,py=`float roughnessFactor = roughness;
#ifdef USE_ROUGHNESSMAP
	vec4 texelRoughness = texture2D( roughnessMap, vRoughnessMapUv );
	roughnessFactor *= texelRoughness.g;
#endif`,my=`#ifdef USE_ROUGHNESSMAP
	uniform sampler2D roughnessMap;
#endif`,gy=`#if NUM_SPOT_LIGHT_COORDS > 0
	varying vec4 vSpotLightCoord[ NUM_SPOT_LIGHT_COORDS ];
#endif
#if NUM_SPOT_LIGHT_MAPS > 0
	uniform sampler2D spotLightMap[ NUM_SPOT_LIGHT_MAPS ];
#endif
#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
		#define SUN_LIGHT_CASCADES 2
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow sunShadowMap[ NUM_SUN_LIGHT_SHADOWS ];
		#else
			uniform sampler2D sunShadowMap[ NUM_SUN_LIGHT_SHADOWS ];
		#endif
		uniform mat4 sunShadowMatrix[ NUM_SUN_LIGHT_SHADOWS * SUN_LIGHT_CASCADES ];
		uniform vec4 sunShadowCascade[ NUM_SUN_LIGHT_SHADOWS * SUN_LIGHT_CASCADES ];
		varying vec4 vSunShadowWorldPosition;
		varying vec3 vSunShadowWorldNormal;
		struct SunLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SunLightShadow sunLightShadows[ NUM_SUN_LIGHT_SHADOWS ];
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow directionalShadowMap[ NUM_DIR_LIGHT_SHADOWS ];
		#else
			uniform sampler2D directionalShadowMap[ NUM_DIR_LIGHT_SHADOWS ];
		#endif
		varying vec4 vDirectionalShadowCoord[ NUM_DIR_LIGHT_SHADOWS ];
		struct DirectionalLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform DirectionalLightShadow directionalLightShadows[ NUM_DIR_LIGHT_SHADOWS ];
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow spotShadowMap[ NUM_SPOT_LIGHT_SHADOWS ];
		#else
			uniform sampler2D spotShadowMap[ NUM_SPOT_LIGHT_SHADOWS ];
		#endif
		struct SpotLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SpotLightShadow spotLightShadows[ NUM_SPOT_LIGHT_SHADOWS ];
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform samplerCubeShadow pointShadowMap[ NUM_POINT_LIGHT_SHADOWS ];
		#elif defined( SHADOWMAP_TYPE_BASIC )
			uniform samplerCube pointShadowMap[ NUM_POINT_LIGHT_SHADOWS ];
		#endif
		varying vec4 vPointShadowCoord[ NUM_POINT_LIGHT_SHADOWS ];
		struct PointLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
			float shadowCameraNear;
			float shadowCameraFar;
		};
		uniform PointLightShadow pointLightShadows[ NUM_POINT_LIGHT_SHADOWS ];
	#endif
	#if defined( SHADOWMAP_TYPE_PCF )
		float interleavedGradientNoise( vec2 position ) {
			return fract( 52.9829189 * fract( dot( position, vec2( 0.06711056, 0.00583715 ) ) ) );
		}
		vec2 vogelDiskSample( int sampleIndex, int samplesCount, float phi ) {
			const float goldenAngle = 2.399963229728653;
			float r = sqrt( ( float( sampleIndex ) + 0.5 ) / float( samplesCount ) );
			float theta = float( sampleIndex ) * goldenAngle + phi;
			return vec2( cos( theta ), sin( theta ) ) * r;
		}
	#endif
	#if defined( SHADOWMAP_TYPE_PCF )
		float getShadow( sampler2DShadow shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				vec2 texelSize = vec2( 1.0 ) / shadowMapSize;
				vec2 radius = shadowRadius * texelSize;
				float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;
				shadow = (
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 0, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 1, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 2, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 3, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 4, 5, phi ) * radius, shadowCoord.z ) )
				) * 0.2;
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#elif defined( SHADOWMAP_TYPE_VSM )
		float getShadow( sampler2D shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				vec2 distribution = texture2D( shadowMap, shadowCoord.xy ).rg;
				float mean = distribution.x;
				float variance = distribution.y * distribution.y;
				#ifdef USE_REVERSED_DEPTH_BUFFER
					float hard_shadow = step( mean, shadowCoord.z );
				#else
					float hard_shadow = step( shadowCoord.z, mean );
				#endif
				
				if ( hard_shadow == 1.0 ) {
					shadow = 1.0;
				} else {
					variance = max( variance, 0.0000001 );
					float d = shadowCoord.z - mean;
					float p_max = variance / ( variance + d * d );
					p_max = clamp( ( p_max - 0.3 ) / 0.65, 0.0, 1.0 );
					shadow = max( hard_shadow, p_max );
				}
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#else
		float getShadow( sampler2D shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				float depth = texture2D( shadowMap, shadowCoord.xy ).r;
				#ifdef USE_REVERSED_DEPTH_BUFFER
					shadow = step( depth, shadowCoord.z );
				#else
					shadow = step( shadowCoord.z, depth );
				#endif
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#endif
	#if NUM_SUN_LIGHT_SHADOWS > 0
		float getSunShadow(
			#if defined( SHADOWMAP_TYPE_PCF )
				sampler2DShadow shadowMap,
			#else
				sampler2D shadowMap,
			#endif
			SunLightShadow sunLightShadow,
			int shadowIndex
		) {
			vec4 shadowWorldPosition = vec4( vSunShadowWorldPosition.xyz + vSunShadowWorldNormal * sunLightShadow.shadowNormalBias, 1.0 );
			float viewDepth = vSunShadowWorldPosition.w;
			int cascadeOffset = shadowIndex * SUN_LIGHT_CASCADES;
			float shadow = 1.0;
			for ( int i = SUN_LIGHT_CASCADES - 1; i >= 0; i -- ) {
				vec4 cascade = sunShadowCascade[ cascadeOffset + i ];
				if ( viewDepth >= cascade.x && viewDepth < cascade.y ) {
					float cascadeShadow = getShadow(
						shadowMap,
						sunLightShadow.shadowMapSize,
						sunLightShadow.shadowIntensity,
						sunLightShadow.shadowBias,
						sunLightShadow.shadowRadius,
						sunShadowMatrix[ cascadeOffset + i ] * shadowWorldPosition
					);
					shadow = mix( cascadeShadow, shadow, smoothstep( cascade.z, cascade.y, viewDepth ) );
				}
			}
			return shadow;
		}
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
	#if defined( SHADOWMAP_TYPE_PCF )
	float getPointShadow( samplerCubeShadow shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord, float shadowCameraNear, float shadowCameraFar ) {
		float shadow = 1.0;
		vec3 lightToPosition = shadowCoord.xyz;
		vec3 bd3D = normalize( lightToPosition );
		vec3 absVec = abs( lightToPosition );
		float viewSpaceZ = max( max( absVec.x, absVec.y ), absVec.z );
		if ( viewSpaceZ - shadowCameraFar <= 0.0 && viewSpaceZ - shadowCameraNear >= 0.0 ) {
			float lightDistance = length( lightToPosition );
			float depthRange = shadowCameraFar - shadowCameraNear;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				float depthA = - shadowCameraNear / depthRange - shadowBias;
				float depthB = shadowCameraNear * shadowCameraFar / ( depthRange * lightDistance );
			#else
				float depthA = shadowCameraFar / depthRange + shadowBias;
				float depthB = - shadowCameraNear * shadowCameraFar / ( depthRange * lightDistance );
			#endif
			float texelSize = shadowRadius / shadowMapSize.x;
			vec3 absDir = abs( bd3D );
			vec3 tangent = absDir.x > absDir.z ? vec3( 0.0, 1.0, 0.0 ) : vec3( 1.0, 0.0, 0.0 );
			tangent = normalize( cross( bd3D, tangent ) );
			vec3 bitangent = cross( bd3D, tangent );
			float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;
			shadow = 0.0;
			for ( int i = 0; i < 5; i ++ ) {
				vec2 offset = vogelDiskSample( i, 5, phi );
				vec3 direction = bd3D + ( tangent * offset.x + bitangent * offset.y ) * texelSize;
				vec3 absDirection = abs( direction );
				float dp = depthA + depthB / max( max( absDirection.x, absDirection.y ), absDirection.z );
				shadow += texture( shadowMap, vec4( direction, dp ) );
			}
			shadow *= 0.2;
		}
		return mix( 1.0, shadow, shadowIntensity );
	}
	#elif defined( SHADOWMAP_TYPE_BASIC )
	float getPointShadow( samplerCube shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord, float shadowCameraNear, float shadowCameraFar ) {
		float shadow = 1.0;
		vec3 lightToPosition = shadowCoord.xyz;
		vec3 absVec = abs( lightToPosition );
		float viewSpaceZ = max( max( absVec.x, absVec.y ), absVec.z );
		if ( viewSpaceZ - shadowCameraFar <= 0.0 && viewSpaceZ - shadowCameraNear >= 0.0 ) {
			float dp = ( shadowCameraFar * ( viewSpaceZ - shadowCameraNear ) ) / ( viewSpaceZ * ( shadowCameraFar - shadowCameraNear ) );
			dp += shadowBias;
			vec3 bd3D = normalize( lightToPosition );
			float depth = textureCube( shadowMap, bd3D ).r;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				depth = 1.0 - depth;
			#endif
			shadow = step( dp, depth );
		}
		return mix( 1.0, shadow, shadowIntensity );
	}
	#endif
	#endif
#endif`,xy=`#if NUM_SPOT_LIGHT_COORDS > 0
	uniform mat4 spotLightMatrix[ NUM_SPOT_LIGHT_COORDS ];
	varying vec4 vSpotLightCoord[ NUM_SPOT_LIGHT_COORDS ];
#endif
#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
		varying vec4 vSunShadowWorldPosition;
		varying vec3 vSunShadowWorldNormal;
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		uniform mat4 directionalShadowMatrix[ NUM_DIR_LIGHT_SHADOWS ];
		varying vec4 vDirectionalShadowCoord[ NUM_DIR_LIGHT_SHADOWS ];
		struct DirectionalLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform DirectionalLightShadow directionalLightShadows[ NUM_DIR_LIGHT_SHADOWS ];
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
		struct SpotLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SpotLightShadow spotLightShadows[ NUM_SPOT_LIGHT_SHADOWS ];
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		uniform mat4 pointShadowMatrix[ NUM_POINT_LIGHT_SHADOWS ];
		varying vec4 vPointShadowCoord[ NUM_POINT_LIGHT_SHADOWS ];
		struct PointLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
			float shadowCameraNear;
			float shadowCameraFar;
		};
		uniform PointLightShadow pointLightShadows[ NUM_POINT_LIGHT_SHADOWS ];
	#endif
#endif`,_y=`#if ( defined( USE_SHADOWMAP ) && ( NUM_DIR_LIGHT_SHADOWS > 0 || NUM_SUN_LIGHT_SHADOWS > 0 || NUM_POINT_LIGHT_SHADOWS > 0 ) ) || ( NUM_SPOT_LIGHT_COORDS > 0 )
	#ifdef HAS_NORMAL
		vec3 shadowWorldNormal = transformNormalByInverseViewMatrix( transformedNormal, viewMatrix );
	#else
		vec3 shadowWorldNormal = vec3( 0.0 );
	#endif
	vec4 shadowWorldPosition;
#endif
#if defined( USE_SHADOWMAP )
	#if NUM_SUN_LIGHT_SHADOWS > 0
		vSunShadowWorldPosition = vec4( worldPosition.xyz, - mvPosition.z );
		vSunShadowWorldNormal = shadowWorldNormal;
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_DIR_LIGHT_SHADOWS; i ++ ) {
			shadowWorldPosition = worldPosition + vec4( shadowWorldNormal * directionalLightShadows[ i ].shadowNormalBias, 0 );
			vDirectionalShadowCoord[ i ] = directionalShadowMatrix[ i ] * shadowWorldPosition;
		}
		#pragma unroll_loop_end
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_POINT_LIGHT_SHADOWS; i ++ ) {
			shadowWorldPosition = worldPosition + vec4( shadowWorldNormal * pointLightShadows[ i ].shadowNormalBias, 0 );
			vPointShadowCoord[ i ] = pointShadowMatrix[ i ] * shadowWorldPosition;
		}
		#pragma unroll_loop_end
	#endif
#endif
#if NUM_SPOT_LIGHT_COORDS > 0
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHT_COORDS; i ++ ) {
		shadowWorldPosition = worldPosition;
		#if ( defined( USE_SHADOWMAP ) && UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
			shadowWorldPosition.xyz += shadowWorldNormal * spotLightShadows[ i ].shadowNormalBias;
		#endif
		vSpotLightCoord[ i ] = spotLightMatrix[ i ] * shadowWorldPosition;
	}
	#pragma unroll_loop_end
#endif`,vy=`float getShadowMask() {
	float shadow = 1.0;
	#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
	SunLightShadow sunLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SUN_LIGHT_SHADOWS; i ++ ) {
		sunLight = sunLightShadows[ i ];
		shadow *= receiveShadow ? getSunShadow( sunShadowMap[ i ], sunLight, UNROLLED_LOOP_INDEX ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
	DirectionalLightShadow directionalLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_DIR_LIGHT_SHADOWS; i ++ ) {
		directionalLight = directionalLightShadows[ i ];
		shadow *= receiveShadow ? getShadow( directionalShadowMap[ i ], directionalLight.shadowMapSize, directionalLight.shadowIntensity, directionalLight.shadowBias, directionalLight.shadowRadius, vDirectionalShadowCoord[ i ] ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
	SpotLightShadow spotLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHT_SHADOWS; i ++ ) {
		spotLight = spotLightShadows[ i ];
		shadow *= receiveShadow ? getShadow( spotShadowMap[ i ], spotLight.shadowMapSize, spotLight.shadowIntensity, spotLight.shadowBias, spotLight.shadowRadius, vSpotLightCoord[ i ] ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0 && ( defined( SHADOWMAP_TYPE_PCF ) || defined( SHADOWMAP_TYPE_BASIC ) )
	PointLightShadow pointLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_POINT_LIGHT_SHADOWS; i ++ ) {
		pointLight = pointLightShadows[ i ];
		shadow *= receiveShadow ? getPointShadow( pointShadowMap[ i ], pointLight.shadowMapSize, pointLight.shadowIntensity, pointLight.shadowBias, pointLight.shadowRadius, vPointShadowCoord[ i ], pointLight.shadowCameraNear, pointLight.shadowCameraFar ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#endif
	return shadow;
}`,yy=`#ifdef USE_SKINNING
	mat4 boneMatX = getBoneMatrix( skinIndex.x );
	mat4 boneMatY = getBoneMatrix( skinIndex.y );
	mat4 boneMatZ = getBoneMatrix( skinIndex.z );
	mat4 boneMatW = getBoneMatrix( skinIndex.w );
#endif`,by=`#ifdef USE_SKINNING
	uniform mat4 bindMatrix;
	uniform mat4 bindMatrixInverse;
	uniform highp sampler2D boneTexture;
	mat4 getBoneMatrix( const in float i ) {
		int size = textureSize( boneTexture, 0 ).x;
		int j = int( i ) * 4;
		int x = j % size;
		int y = j / size;
		vec4 v1 = texelFetch( boneTexture, ivec2( x, y ), 0 );
		vec4 v2 = texelFetch( boneTexture, ivec2( x + 1, y ), 0 );
		vec4 v3 = texelFetch( boneTexture, ivec2( x + 2, y ), 0 );
		vec4 v4 = texelFetch( boneTexture, ivec2( x + 3, y ), 0 );
		return mat4( v1, v2, v3, v4 );
	}
#endif`,My=`#ifdef USE_SKINNING
	vec4 skinVertex = bindMatrix * vec4( transformed, 1.0 );
	vec4 skinned = vec4( 0.0 );
	skinned += boneMatX * skinVertex * skinWeight.x;
	skinned += boneMatY * skinVertex * skinWeight.y;
	skinned += boneMatZ * skinVertex * skinWeight.z;
	skinned += boneMatW * skinVertex * skinWeight.w;
	transformed = ( bindMatrixInverse * skinned ).xyz;
#endif`,Sy=`#ifdef USE_SKINNING
	mat4 skinMatrix = mat4( 0.0 );
	skinMatrix += skinWeight.x * boneMatX;
	skinMatrix += skinWeight.y * boneMatY;
	skinMatrix += skinWeight.z * boneMatZ;
	skinMatrix += skinWeight.w * boneMatW;
	skinMatrix = bindMatrixInverse * skinMatrix * bindMatrix;
	objectNormal = vec4( skinMatrix * vec4( objectNormal, 0.0 ) ).xyz;
	#ifdef USE_TANGENT
		objectTangent = vec4( skinMatrix * vec4( objectTangent, 0.0 ) ).xyz;
	#endif
#endif`,wy=`float specularStrength;
#ifdef USE_SPECULARMAP
	vec4 texelSpecular = texture2D( specularMap, vSpecularMapUv );
	specularStrength = texelSpecular.r;
#else
	specularStrength = 1.0;
#endif`,Ty=`#ifdef USE_SPECULARMAP
	uniform sampler2D specularMap;
#endif`,Ey=`#if defined( TONE_MAPPING )
	gl_FragColor.rgb = toneMapping( gl_FragColor.rgb );
#endif`,Ay=`#ifndef saturate
#define saturate( a ) clamp( a, 0.0, 1.0 )
#endif
uniform float toneMappingExposure;
vec3 LinearToneMapping( vec3 color ) {
	return saturate( toneMappingExposure * color );
}
vec3 ReinhardToneMapping( vec3 color ) {
	color *= toneMappingExposure;
	return saturate( color / ( vec3( 1.0 ) + color ) );
}
vec3 CineonToneMapping( vec3 color ) {
	color *= toneMappingExposure;
	color = max( vec3( 0.0 ), color - 0.004 );
	return pow( ( color * ( 6.2 * color + 0.5 ) ) / ( color * ( 6.2 * color + 1.7 ) + 0.06 ), vec3( 2.2 ) );
}
vec3 RRTAndODTFit( vec3 v ) {
	vec3 a = v * ( v + 0.0245786 ) - 0.000090537;
	vec3 b = v * ( 0.983729 * v + 0.4329510 ) + 0.238081;
	return a / b;
}
vec3 ACESFilmicToneMapping( vec3 color ) {
	const mat3 ACESInputMat = mat3(
		vec3( 0.59719, 0.07600, 0.02840 ),		vec3( 0.35458, 0.90834, 0.13383 ),
		vec3( 0.04823, 0.01566, 0.83777 )
	);
	const mat3 ACESOutputMat = mat3(
		vec3(  1.60475, -0.10208, -0.00327 ),		vec3( -0.53108,  1.10813, -0.07276 ),
		vec3( -0.07367, -0.00605,  1.07602 )
	);
	color *= toneMappingExposure / 0.6;
	color = ACESInputMat * color;
	color = RRTAndODTFit( color );
	color = ACESOutputMat * color;
	return saturate( color );
}
const mat3 LINEAR_REC2020_TO_LINEAR_SRGB = mat3(
	vec3( 1.6605, - 0.1246, - 0.0182 ),
	vec3( - 0.5876, 1.1329, - 0.1006 ),
	vec3( - 0.0728, - 0.0083, 1.1187 )
);
const mat3 LINEAR_SRGB_TO_LINEAR_REC2020 = mat3(
	vec3( 0.6274, 0.0691, 0.0164 ),
	vec3( 0.3293, 0.9195, 0.0880 ),
	vec3( 0.0433, 0.0113, 0.8956 )
);
vec3 agxDefaultContrastApprox( vec3 x ) {
	vec3 x2 = x * x;
	vec3 x4 = x2 * x2;
	return + 15.5 * x4 * x2
		- 40.14 * x4 * x
		+ 31.96 * x4
		- 6.868 * x2 * x
		+ 0.4298 * x2
		+ 0.1191 * x
		- 0.00232;
}
vec3 AgXToneMapping( vec3 color ) {
	const mat3 AgXInsetMatrix = mat3(
		vec3( 0.856627153315983, 0.137318972929847, 0.11189821299995 ),
		vec3( 0.0951212405381588, 0.761241990602591, 0.0767994186031903 ),
		vec3( 0.0482516061458583, 0.101439036467562, 0.811302368396859 )
	);
	const mat3 AgXOutsetMatrix = mat3(
		vec3( 1.1271005818144368, - 0.1413297634984383, - 0.14132976349843826 ),
		vec3( - 0.11060664309660323, 1.157823702216272, - 0.11060664309660294 ),
		vec3( - 0.016493938717834573, - 0.016493938717834257, 1.2519364065950405 )
	);
	const float AgxMinEv = - 12.47393;	const float AgxMaxEv = 4.026069;
	color *= toneMappingExposure;
	color = LINEAR_SRGB_TO_LINEAR_REC2020 * color;
	color = AgXInsetMatrix * color;
	color = max( color, 1e-10 );	color = log2( color );
	color = ( color - AgxMinEv ) / ( AgxMaxEv - AgxMinEv );
	color = clamp( color, 0.0, 1.0 );
	color = agxDefaultContrastApprox( color );
	color = AgXOutsetMatrix * color;
	color = pow( max( vec3( 0.0 ), color ), vec3( 2.2 ) );
	color = LINEAR_REC2020_TO_LINEAR_SRGB * color;
	color = clamp( color, 0.0, 1.0 );
	return color;
}
vec3 NeutralToneMapping( vec3 color ) {
	const float StartCompression = 0.8 - 0.04;
	const float Desaturation = 0.15;
	color *= toneMappingExposure;
	float x = min( color.r, min( color.g, color.b ) );
	float offset = x < 0.08 ? x - 6.25 * x * x : 0.04;
	color -= offset;
	float peak = max( color.r, max( color.g, color.b ) );
	if ( peak < StartCompression ) return color;
	float d = 1. - StartCompression;
	float newPeak = 1. - d * d / ( peak + d - StartCompression );
	color *= newPeak / peak;
	float g = 1. - 1. / ( Desaturation * ( peak - newPeak ) + 1. );
	return mix( color, vec3( newPeak ), g );
}
vec3 CustomToneMapping( vec3 color ) { return color; }`,Ry=`#ifdef USE_TRANSMISSION
	material.transmission = transmission;
	material.transmissionAlpha = 1.0;
	material.thickness = thickness;
	material.attenuationDistance = attenuationDistance;
	material.attenuationColor = attenuationColor;
	#ifdef USE_TRANSMISSIONMAP
		material.transmission *= texture2D( transmissionMap, vTransmissionMapUv ).r;
	#endif
	#ifdef USE_THICKNESSMAP
		material.thickness *= texture2D( thicknessMap, vThicknessMapUv ).g;
	#endif
	vec3 pos = vWorldPosition;
	vec3 v = normalize( cameraPosition - pos );
	vec3 n = transformNormalByInverseViewMatrix( normal, viewMatrix );
	vec4 transmitted = getIBLVolumeRefraction(
		n, v, material.roughness, material.diffuseContribution, material.specularColorBlended, material.specularF90,
		pos, modelMatrix, viewMatrix, projectionMatrix, material.dispersion, material.ior, material.thickness,
		material.attenuationColor, material.attenuationDistance );
	material.transmissionAlpha = mix( material.transmissionAlpha, transmitted.a, material.transmission );
	totalDiffuse = mix( totalDiffuse, transmitted.rgb, material.transmission );
#endif`,Cy=`#ifdef USE_TRANSMISSION
	uniform float transmission;
	uniform float thickness;
	uniform float attenuationDistance;
	uniform vec3 attenuationColor;
	#ifdef USE_TRANSMISSIONMAP
		uniform sampler2D transmissionMap;
	#endif
	#ifdef USE_THICKNESSMAP
		uniform sampler2D thicknessMap;
	#endif
	uniform vec2 transmissionSamplerSize;
	uniform sampler2D transmissionSamplerMap;
	uniform mat4 modelMatrix;
	uniform mat4 projectionMatrix;
	varying vec3 vWorldPosition;
	float w0( float a ) {
		return ( 1.0 / 6.0 ) * ( a * ( a * ( - a + 3.0 ) - 3.0 ) + 1.0 );
	}
	float w1( float a ) {
		return ( 1.0 / 6.0 ) * ( a *  a * ( 3.0 * a - 6.0 ) + 4.0 );
	}
	float w2( float a ){
		return ( 1.0 / 6.0 ) * ( a * ( a * ( - 3.0 * a + 3.0 ) + 3.0 ) + 1.0 );
	}
	float w3( float a ) {
		return ( 1.0 / 6.0 ) * ( a * a * a );
	}
	float g0( float a ) {
		return w0( a ) + w1( a );
	}
	float g1( float a ) {
		return w2( a ) + w3( a );
	}
	float h0( float a ) {
		return - 1.0 + w1( a ) / ( w0( a ) + w1( a ) );
	}
	float h1( float a ) {
		return 1.0 + w3( a ) / ( w2( a ) + w3( a ) );
	}
	vec4 bicubic( sampler2D tex, vec2 uv, vec4 texelSize, float lod ) {
		uv = uv * texelSize.zw + 0.5;
		vec2 iuv = floor( uv );
		vec2 fuv = fract( uv );
		float g0x = g0( fuv.x );
		float g1x = g1( fuv.x );
		float h0x = h0( fuv.x );
		float h1x = h1( fuv.x );
		float h0y = h0( fuv.y );
		float h1y = h1( fuv.y );
		vec2 p0 = ( vec2( iuv.x + h0x, iuv.y + h0y ) - 0.5 ) * texelSize.xy;
		vec2 p1 = ( vec2( iuv.x + h1x, iuv.y + h0y ) - 0.5 ) * texelSize.xy;
		vec2 p2 = ( vec2( iuv.x + h0x, iuv.y + h1y ) - 0.5 ) * texelSize.xy;
		vec2 p3 = ( vec2( iuv.x + h1x, iuv.y + h1y ) - 0.5 ) * texelSize.xy;
		return g0( fuv.y ) * ( g0x * textureLod( tex, p0, lod ) + g1x * textureLod( tex, p1, lod ) ) +
			g1( fuv.y ) * ( g0x * textureLod( tex, p2, lod ) + g1x * textureLod( tex, p3, lod ) );
	}
	vec4 textureBicubic( sampler2D sampler, vec2 uv, float lod ) {
		vec2 fLodSize = vec2( textureSize( sampler, int( lod ) ) );
		vec2 cLodSize = vec2( textureSize( sampler, int( lod + 1.0 ) ) );
		vec2 fLodSizeInv = 1.0 / fLodSize;
		vec2 cLodSizeInv = 1.0 / cLodSize;
		vec4 fSample = bicubic( sampler, uv, vec4( fLodSizeInv, fLodSize ), floor( lod ) );
		vec4 cSample = bicubic( sampler, uv, vec4( cLodSizeInv, cLodSize ), ceil( lod ) );
		return mix( fSample, cSample, fract( lod ) );
	}
	vec3 getVolumeTransmissionRay( const in vec3 n, const in vec3 v, const in float thickness, const in float ior, const in mat4 modelMatrix ) {
		vec3 refractionVector = refract( - v, normalize( n ), 1.0 / ior );
		vec3 modelScale;
		modelScale.x = length( vec3( modelMatrix[ 0 ].xyz ) );
		modelScale.y = length( vec3( modelMatrix[ 1 ].xyz ) );
		modelScale.z = length( vec3( modelMatrix[ 2 ].xyz ) );
		return normalize( refractionVector ) * thickness * modelScale;
	}
	float applyIorToRoughness( const in float roughness, const in float ior ) {
		return roughness * clamp( ior * 2.0 - 2.0, 0.0, 1.0 );
	}
	vec4 getTransmissionSample( const in vec2 fragCoord, const in float roughness, const in float ior ) {
		float lod = log2( transmissionSamplerSize.x ) * applyIorToRoughness( roughness, ior );
		return textureBicubic( transmissionSamplerMap, fragCoord.xy, lod );
	}
	vec3 volumeAttenuation( const in float transmissionDistance, const in vec3 attenuationColor, const in float attenuationDistance ) {
		if ( isinf( attenuationDistance ) ) {
			return vec3( 1.0 );
		} else {
			vec3 attenuationCoefficient = -log( attenuationColor ) / attenuationDistance;
			vec3 transmittance = exp( - attenuationCoefficient * transmissionDistance );			return transmittance;
		}
	}
	vec4 getIBLVolumeRefraction( const in vec3 n, const in vec3 v, const in float roughness, const in vec3 diffuseColor,
		const in vec3 specularColor, const in float specularF90, const in vec3 position, const in mat4 modelMatrix,
		const in mat4 viewMatrix, const in mat4 projMatrix, const in float dispersion, const in float ior, const in float thickness,
		const in vec3 attenuationColor, const in float attenuationDistance ) {
		vec4 transmittedLight;
		vec3 transmittance;
		#ifdef USE_DISPERSION
			float halfSpread = ( ior - 1.0 ) * 0.025 * dispersion;
			vec3 iors = vec3( ior - halfSpread, ior, ior + halfSpread );
			for ( int i = 0; i < 3; i ++ ) {
				vec3 transmissionRay = getVolumeTransmissionRay( n, v, thickness, iors[ i ], modelMatrix );
				vec3 refractedRayExit = position + transmissionRay;
				vec4 ndcPos = projMatrix * viewMatrix * vec4( refractedRayExit, 1.0 );
				vec2 refractionCoords = ndcPos.xy / ndcPos.w;
				refractionCoords += 1.0;
				refractionCoords /= 2.0;
				vec4 transmissionSample = getTransmissionSample( refractionCoords, roughness, iors[ i ] );
				transmittedLight[ i ] = transmissionSample[ i ];
				transmittedLight.a += transmissionSample.a;
				transmittance[ i ] = diffuseColor[ i ] * volumeAttenuation( length( transmissionRay ), attenuationColor, attenuationDistance )[ i ];
			}
			transmittedLight.a /= 3.0;
		#else
			vec3 transmissionRay = getVolumeTransmissionRay( n, v, thickness, ior, modelMatrix );
			vec3 refractedRayExit = position + transmissionRay;
			vec4 ndcPos = projMatrix * viewMatrix * vec4( refractedRayExit, 1.0 );
			vec2 refractionCoords = ndcPos.xy / ndcPos.w;
			refractionCoords += 1.0;
			refractionCoords /= 2.0;
			transmittedLight = getTransmissionSample( refractionCoords, roughness, ior );
			transmittance = diffuseColor * volumeAttenuation( length( transmissionRay ), attenuationColor, attenuationDistance );
		#endif
		vec3 attenuatedColor = transmittance * transmittedLight.rgb;
		vec3 F = EnvironmentBRDF( n, v, specularColor, specularF90, roughness );
		float transmittanceFactor = ( transmittance.r + transmittance.g + transmittance.b ) / 3.0;
		return vec4( ( 1.0 - F ) * attenuatedColor, 1.0 - ( 1.0 - transmittedLight.a ) * transmittanceFactor );
	}
#endif`,Py=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	varying vec2 vUv;
#endif
#ifdef USE_MAP
	varying vec2 vMapUv;
#endif
#ifdef USE_ALPHAMAP
	varying vec2 vAlphaMapUv;
#endif
#ifdef USE_LIGHTMAP
	varying vec2 vLightMapUv;
#endif
#ifdef USE_AOMAP
	varying vec2 vAoMapUv;
#endif
#ifdef USE_BUMPMAP
	varying vec2 vBumpMapUv;
#endif
#ifdef USE_NORMALMAP
	varying vec2 vNormalMapUv;
#endif
#ifdef USE_EMISSIVEMAP
	varying vec2 vEmissiveMapUv;
#endif
#ifdef USE_METALNESSMAP
	varying vec2 vMetalnessMapUv;
#endif
#ifdef USE_ROUGHNESSMAP
	varying vec2 vRoughnessMapUv;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	varying vec2 vDiffuseRoughnessMapUv;
#endif
#ifdef USE_ANISOTROPYMAP
	varying vec2 vAnisotropyMapUv;
#endif
#ifdef USE_CLEARCOATMAP
	varying vec2 vClearcoatMapUv;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	varying vec2 vClearcoatNormalMapUv;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	varying vec2 vClearcoatRoughnessMapUv;
#endif
#ifdef USE_IRIDESCENCEMAP
	varying vec2 vIridescenceMapUv;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	varying vec2 vIridescenceThicknessMapUv;
#endif
#ifdef USE_SHEEN_COLORMAP
	varying vec2 vSheenColorMapUv;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	varying vec2 vSheenRoughnessMapUv;
#endif
#ifdef USE_SPECULARMAP
	varying vec2 vSpecularMapUv;
#endif
#ifdef USE_SPECULAR_COLORMAP
	varying vec2 vSpecularColorMapUv;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	varying vec2 vSpecularIntensityMapUv;
#endif
#ifdef USE_TRANSMISSIONMAP
	uniform mat3 transmissionMapTransform;
	varying vec2 vTransmissionMapUv;
#endif
#ifdef USE_THICKNESSMAP
	uniform mat3 thicknessMapTransform;
	varying vec2 vThicknessMapUv;
#endif`,Iy=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	varying vec2 vUv;
#endif
#ifdef USE_MAP
	uniform mat3 mapTransform;
	varying vec2 vMapUv;
#endif
#ifdef USE_ALPHAMAP
	uniform mat3 alphaMapTransform;
	varying vec2 vAlphaMapUv;
#endif
#ifdef USE_LIGHTMAP
	uniform mat3 lightMapTransform;
	varying vec2 vLightMapUv;
#endif
#ifdef USE_AOMAP
	uniform mat3 aoMapTransform;
	varying vec2 vAoMapUv;
#endif
#ifdef USE_BUMPMAP
	uniform mat3 bumpMapTransform;
	varying vec2 vBumpMapUv;
#endif
#ifdef USE_NORMALMAP
	uniform mat3 normalMapTransform;
	varying vec2 vNormalMapUv;
#endif
#ifdef USE_DISPLACEMENTMAP
	uniform mat3 displacementMapTransform;
	varying vec2 vDisplacementMapUv;
#endif
#ifdef USE_EMISSIVEMAP
	uniform mat3 emissiveMapTransform;
	varying vec2 vEmissiveMapUv;
#endif
#ifdef USE_METALNESSMAP
	uniform mat3 metalnessMapTransform;
	varying vec2 vMetalnessMapUv;
#endif
#ifdef USE_ROUGHNESSMAP
	uniform mat3 roughnessMapTransform;
	varying vec2 vRoughnessMapUv;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	uniform mat3 diffuseRoughnessMapTransform;
	varying vec2 vDiffuseRoughnessMapUv;
#endif
#ifdef USE_ANISOTROPYMAP
	uniform mat3 anisotropyMapTransform;
	varying vec2 vAnisotropyMapUv;
#endif
#ifdef USE_CLEARCOATMAP
	uniform mat3 clearcoatMapTransform;
	varying vec2 vClearcoatMapUv;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform mat3 clearcoatNormalMapTransform;
	varying vec2 vClearcoatNormalMapUv;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform mat3 clearcoatRoughnessMapTransform;
	varying vec2 vClearcoatRoughnessMapUv;
#endif
#ifdef USE_SHEEN_COLORMAP
	uniform mat3 sheenColorMapTransform;
	varying vec2 vSheenColorMapUv;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	uniform mat3 sheenRoughnessMapTransform;
	varying vec2 vSheenRoughnessMapUv;
#endif
#ifdef USE_IRIDESCENCEMAP
	uniform mat3 iridescenceMapTransform;
	varying vec2 vIridescenceMapUv;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform mat3 iridescenceThicknessMapTransform;
	varying vec2 vIridescenceThicknessMapUv;
#endif
#ifdef USE_SPECULARMAP
	uniform mat3 specularMapTransform;
	varying vec2 vSpecularMapUv;
#endif
#ifdef USE_SPECULAR_COLORMAP
	uniform mat3 specularColorMapTransform;
	varying vec2 vSpecularColorMapUv;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	uniform mat3 specularIntensityMapTransform;
	varying vec2 vSpecularIntensityMapUv;
#endif
#ifdef USE_TRANSMISSIONMAP
	uniform mat3 transmissionMapTransform;
	varying vec2 vTransmissionMapUv;
#endif
#ifdef USE_THICKNESSMAP
	uniform mat3 thicknessMapTransform;
	varying vec2 vThicknessMapUv;
#endif`,Ly=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	vUv = vec3( uv, 1 ).xy;
#endif
#ifdef USE_MAP
	vMapUv = ( mapTransform * vec3( MAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ALPHAMAP
	vAlphaMapUv = ( alphaMapTransform * vec3( ALPHAMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_LIGHTMAP
	vLightMapUv = ( lightMapTransform * vec3( LIGHTMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_AOMAP
	vAoMapUv = ( aoMapTransform * vec3( AOMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_BUMPMAP
	vBumpMapUv = ( bumpMapTransform * vec3( BUMPMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_NORMALMAP
	vNormalMapUv = ( normalMapTransform * vec3( NORMALMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_DISPLACEMENTMAP
	vDisplacementMapUv = ( displacementMapTransform * vec3( DISPLACEMENTMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_EMISSIVEMAP
	vEmissiveMapUv = ( emissiveMapTransform * vec3( EMISSIVEMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_METALNESSMAP
	vMetalnessMapUv = ( metalnessMapTransform * vec3( METALNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ROUGHNESSMAP
	vRoughnessMapUv = ( roughnessMapTransform * vec3( ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	vDiffuseRoughnessMapUv = ( diffuseRoughnessMapTransform * vec3( DIFFUSE_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ANISOTROPYMAP
	vAnisotropyMapUv = ( anisotropyMapTransform * vec3( ANISOTROPYMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOATMAP
	vClearcoatMapUv = ( clearcoatMapTransform * vec3( CLEARCOATMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	vClearcoatNormalMapUv = ( clearcoatNormalMapTransform * vec3( CLEARCOAT_NORMALMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	vClearcoatRoughnessMapUv = ( clearcoatRoughnessMapTransform * vec3( CLEARCOAT_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_IRIDESCENCEMAP
	vIridescenceMapUv = ( iridescenceMapTransform * vec3( IRIDESCENCEMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	vIridescenceThicknessMapUv = ( iridescenceThicknessMapTransform * vec3( IRIDESCENCE_THICKNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SHEEN_COLORMAP
	vSheenColorMapUv = ( sheenColorMapTransform * vec3( SHEEN_COLORMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	vSheenRoughnessMapUv = ( sheenRoughnessMapTransform * vec3( SHEEN_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULARMAP
	vSpecularMapUv = ( specularMapTransform * vec3( SPECULARMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULAR_COLORMAP
	vSpecularColorMapUv = ( specularColorMapTransform * vec3( SPECULAR_COLORMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	vSpecularIntensityMapUv = ( specularIntensityMapTransform * vec3( SPECULAR_INTENSITYMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_TRANSMISSIONMAP
	vTransmissionMapUv = ( transmissionMapTransform * vec3( TRANSMISSIONMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_THICKNESSMAP
	vThicknessMapUv = ( thicknessMapTransform * vec3( THICKNESSMAP_UV, 1 ) ).xy;
#endif`,Ny=`#if defined( USE_ENVMAP ) || defined( DISTANCE ) || defined ( USE_SHADOWMAP ) || defined ( USE_TRANSMISSION ) || NUM_SPOT_LIGHT_COORDS > 0
	vec4 worldPosition = vec4( transformed, 1.0 );
	#ifdef USE_BATCHING
		worldPosition = batchingMatrix * worldPosition;
	#endif
	#ifdef USE_INSTANCING
		worldPosition = instanceMatrix * worldPosition;
	#endif
	worldPosition = modelMatrix * worldPosition;
#endif`,Dy=`varying vec2 vUv;
uniform mat3 uvTransform;
void main() {
	vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	gl_Position = vec4( position.xy, 1.0, 1.0 );
}`,Uy=`uniform sampler2D t2D;
uniform float backgroundIntensity;
varying vec2 vUv;
void main() {
	vec4 texColor = texture2D( t2D, vUv );
	#ifdef DECODE_VIDEO_TEXTURE
		texColor = vec4( mix( pow( texColor.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), texColor.rgb * 0.0773993808, vec3( lessThanEqual( texColor.rgb, vec3( 0.04045 ) ) ) ), texColor.w );
	#endif
	texColor.rgb *= backgroundIntensity;
	gl_FragColor = texColor;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,ky=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,Oy=`uniform float backgroundBlurriness;
uniform float backgroundIntensity;
uniform mat3 backgroundRotation;
varying vec3 vWorldDirection;
#include <envmap_common_pars_fragment>
void main() {
	#ifdef ENVMAP_TYPE_PMREM
		vec4 texColor = textureLod( envMap, backgroundRotation * vWorldDirection, roughnessToMip( backgroundBlurriness ) );
	#else
		vec4 texColor = textureCube( envMap, backgroundRotation * vWorldDirection );
	#endif
	texColor.rgb *= backgroundIntensity;
	gl_FragColor = texColor;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,Fy=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,By=`uniform samplerCube tCube;
uniform float tFlip;
uniform float opacity;
varying vec3 vWorldDirection;
void main() {
	vec4 texColor = textureCube( tCube, vec3( tFlip * vWorldDirection.x, vWorldDirection.yz ) );
	gl_FragColor = texColor;
	gl_FragColor.a *= opacity;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,zy=`#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
varying vec2 vHighPrecisionZW;
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <skinbase_vertex>
	#include <morphinstance_vertex>
	#ifdef USE_DISPLACEMENTMAP
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vHighPrecisionZW = gl_Position.zw;
}`,Vy=`#if DEPTH_PACKING == 3200
	uniform float opacity;
#endif
#include <common>
#include <packing>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
varying vec2 vHighPrecisionZW;
void main() {
	vec4 diffuseColor = vec4( 1.0 );
	#include <clipping_planes_fragment>
	#if DEPTH_PACKING == 3200
		diffuseColor.a = opacity;
	#endif
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <logdepthbuf_fragment>
	#ifdef USE_REVERSED_DEPTH_BUFFER
		float fragCoordZ = vHighPrecisionZW[ 0 ] / vHighPrecisionZW[ 1 ];
	#else
		float fragCoordZ = 0.5 * vHighPrecisionZW[ 0 ] / vHighPrecisionZW[ 1 ] + 0.5;
	#endif
	#if DEPTH_PACKING == 3200
		gl_FragColor = vec4( vec3( 1.0 - fragCoordZ ), opacity );
	#elif DEPTH_PACKING == 3201
		gl_FragColor = packDepthToRGBA( fragCoordZ );
	#elif DEPTH_PACKING == 3202
		gl_FragColor = vec4( packDepthToRGB( fragCoordZ ), 1.0 );
	#elif DEPTH_PACKING == 3203
		gl_FragColor = vec4( packDepthToRG( fragCoordZ ), 0.0, 1.0 );
	#endif
}`,Hy=`#define DISTANCE
varying vec3 vWorldPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <skinbase_vertex>
	#include <morphinstance_vertex>
	#ifdef USE_DISPLACEMENTMAP
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <worldpos_vertex>
	#include <clipping_planes_vertex>
	vWorldPosition = worldPosition.xyz;
}`,Gy=`#define DISTANCE
uniform vec3 referencePosition;
uniform float nearDistance;
uniform float farDistance;
varying vec3 vWorldPosition;
#include <common>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( 1.0 );
	#include <clipping_planes_fragment>
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	float dist = length( vWorldPosition - referencePosition );
	dist = ( dist - nearDistance ) / ( farDistance - nearDistance );
	dist = saturate( dist );
	gl_FragColor = vec4( dist, 0.0, 0.0, 1.0 );
}`,Wy=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
}`,Xy=`uniform sampler2D tEquirect;
varying vec3 vWorldDirection;
#include <common>
void main() {
	vec3 direction = normalize( vWorldDirection );
	vec2 sampleUV = equirectUv( direction );
	gl_FragColor = texture2D( tEquirect, sampleUV );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,qy=`uniform float scale;
attribute float lineDistance;
varying float vLineDistance;
#include <common>
#include <uv_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	vLineDistance = scale * lineDistance;
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
}`,$y=`uniform vec3 diffuse;
uniform float opacity;
uniform float dashSize;
uniform float totalSize;
varying float vLineDistance;
#include <common>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	if ( mod( vLineDistance, totalSize ) > dashSize ) {
		discard;
	}
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,Yy=`#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#if defined ( USE_ENVMAP ) || defined ( USE_SKINNING )
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinbase_vertex>
		#include <skinnormal_vertex>
		#include <defaultnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <fog_vertex>
}`,Ky=`uniform vec3 diffuse;
uniform float opacity;
#ifndef FLAT_SHADED
	varying vec3 vNormal;
#endif
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <fog_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	#ifdef USE_LIGHTMAP
		vec4 lightMapTexel = texture2D( lightMap, vLightMapUv );
		reflectedLight.indirectDiffuse += lightMapTexel.rgb * lightMapIntensity * RECIPROCAL_PI;
	#else
		reflectedLight.indirectDiffuse += vec3( 1.0 );
	#endif
	#include <aomap_fragment>
	reflectedLight.indirectDiffuse *= diffuseColor.rgb;
	vec3 outgoingLight = reflectedLight.indirectDiffuse;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,jy=`#define LAMBERT
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,Zy=`#define LAMBERT
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_lambert_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_lambert_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + totalEmissiveRadiance;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,Jy=`#define MATCAP
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <color_pars_vertex>
#include <displacementmap_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
	vViewPosition = - mvPosition.xyz;
}`,Qy=`#define MATCAP
uniform vec3 diffuse;
uniform float opacity;
uniform sampler2D matcap;
varying vec3 vViewPosition;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <normal_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	vec3 viewDir = normalize( vViewPosition );
	vec3 x = normalize( vec3( viewDir.z, 0.0, - viewDir.x ) );
	vec3 y = cross( viewDir, x );
	vec2 uv = vec2( dot( x, normal ), dot( y, normal ) ) * 0.495 + 0.5;
	#ifdef USE_MATCAP
		vec4 matcapColor = texture2D( matcap, uv );
	#else
		vec4 matcapColor = vec4( vec3( mix( 0.2, 0.8, uv.y ) ), 1.0 );
	#endif
	vec3 outgoingLight = diffuseColor.rgb * matcapColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,eb=`#define NORMAL
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	varying vec3 vViewPosition;
#endif
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	vViewPosition = - mvPosition.xyz;
#endif
}`,tb=`#define NORMAL
uniform float opacity;
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	varying vec3 vViewPosition;
#endif
#include <uv_pars_fragment>
#include <normal_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( 0.0, 0.0, 0.0, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	gl_FragColor = vec4( normalize( normal ) * 0.5 + 0.5, diffuseColor.a );
	#ifdef OPAQUE
		gl_FragColor.a = 1.0;
	#endif
}`,nb=`#define PHONG
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,ib=`#define PHONG
uniform vec3 diffuse;
uniform vec3 emissive;
uniform vec3 specular;
uniform float shininess;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_phong_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_phong_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + reflectedLight.directSpecular + reflectedLight.indirectSpecular + totalEmissiveRadiance;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,sb=`#define STANDARD
varying vec3 vViewPosition;
#ifdef USE_TRANSMISSION
	varying vec3 vWorldPosition;
#endif
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
#ifdef USE_TRANSMISSION
	vWorldPosition = worldPosition.xyz;
#endif
}`,rb=`#define STANDARD
#ifdef PHYSICAL
	#define IOR
	#define USE_SPECULAR
#endif
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float roughness;
uniform float metalness;
uniform float opacity;
#ifdef IOR
	uniform float ior;
#endif
#ifdef USE_SPECULAR
	uniform float specularIntensity;
	uniform vec3 specularColor;
	#ifdef USE_SPECULAR_COLORMAP
		uniform sampler2D specularColorMap;
	#endif
	#ifdef USE_SPECULAR_INTENSITYMAP
		uniform sampler2D specularIntensityMap;
	#endif
#endif
#ifdef USE_CLEARCOAT
	uniform float clearcoat;
	uniform float clearcoatRoughness;
#endif
#ifdef USE_DIFFUSE_ROUGHNESS
	uniform float diffuseRoughness;
	#ifdef USE_DIFFUSE_ROUGHNESSMAP
		uniform sampler2D diffuseRoughnessMap;
	#endif
#endif
#ifdef USE_DISPERSION
	uniform float dispersion;
#endif
#ifdef USE_RETROREFLECTION
	uniform float retroreflectivity;
#endif
#ifdef USE_IRIDESCENCE
	uniform float iridescence;
	uniform float iridescenceIOR;
	uniform float iridescenceThicknessMinimum;
	uniform float iridescenceThicknessMaximum;
#endif
#ifdef USE_SHEEN
	uniform vec3 sheenColor;
	uniform float sheenRoughness;
	#ifdef USE_SHEEN_COLORMAP
		uniform sampler2D sheenColorMap;
	#endif
	#ifdef USE_SHEEN_ROUGHNESSMAP
		uniform sampler2D sheenRoughnessMap;
	#endif
#endif
#ifdef USE_ANISOTROPY
	uniform vec2 anisotropyVector;
	#ifdef USE_ANISOTROPYMAP
		uniform sampler2D anisotropyMap;
	#endif
#endif
varying vec3 vViewPosition;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <iridescence_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_physical_pars_fragment>
#include <transmission_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <clearcoat_pars_fragment>
#include <iridescence_pars_fragment>
#include <roughnessmap_pars_fragment>
#include <metalnessmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <roughnessmap_fragment>
	#include <metalnessmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <clearcoat_normal_fragment_begin>
	#include <clearcoat_normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_physical_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 totalDiffuse = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse;
	vec3 totalSpecular = reflectedLight.directSpecular + reflectedLight.indirectSpecular;
	#include <transmission_fragment>
	vec3 outgoingLight = totalDiffuse + totalSpecular + totalEmissiveRadiance;
	#ifdef USE_SHEEN
 
		outgoingLight = outgoingLight + sheenSpecularDirect + sheenSpecularIndirect;
 
 	#endif
	#ifdef USE_CLEARCOAT
		float dotNVcc = saturate( dot( geometryClearcoatNormal, geometryViewDir ) );
		vec3 Fcc = F_Schlick( material.clearcoatF0, material.clearcoatF90, dotNVcc );
		outgoingLight = outgoingLight * ( 1.0 - material.clearcoat * Fcc ) + ( clearcoatSpecularDirect + clearcoatSpecularIndirect ) * material.clearcoat;
	#endif
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,ob=`#define TOON
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,ab=`#define TOON
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <gradientmap_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_toon_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_toon_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + totalEmissiveRadiance;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,lb=`uniform float size;
uniform float scale;
#include <common>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
#ifdef USE_POINTS_UV
	varying vec2 vUv;
	uniform mat3 uvTransform;
#endif
void main() {
	#ifdef USE_POINTS_UV
		vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	#endif
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <project_vertex>
	gl_PointSize = size;
	#ifdef USE_SIZEATTENUATION
		bool isPerspective = isPerspectiveMatrix( projectionMatrix );
		if ( isPerspective ) gl_PointSize *= ( scale / - mvPosition.z );
	#endif
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <worldpos_vertex>
	#include <fog_vertex>
}`,cb=`uniform vec3 diffuse;
uniform float opacity;
#include <common>
#include <color_pars_fragment>
#include <map_particle_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_particle_fragment>
	#include <color_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,ub=`#include <common>
#include <batching_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <shadowmap_pars_vertex>
void main() {
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,hb=`uniform vec3 color;
uniform float opacity;
#include <common>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <logdepthbuf_pars_fragment>
#include <shadowmap_pars_fragment>
#include <shadowmask_pars_fragment>
void main() {
	#include <logdepthbuf_fragment>
	gl_FragColor = vec4( color, opacity * ( 1.0 - getShadowMask() ) );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,db=`uniform float rotation;
uniform vec2 center;
#include <common>
#include <uv_pars_vertex>
#include <fog_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	vec4 mvPosition = modelViewMatrix[ 3 ];
	vec2 scale = vec2( length( modelMatrix[ 0 ].xyz ), length( modelMatrix[ 1 ].xyz ) );
	#ifndef USE_SIZEATTENUATION
		bool isPerspective = isPerspectiveMatrix( projectionMatrix );
		if ( isPerspective ) scale *= - mvPosition.z;
	#endif
	vec2 alignedPosition = ( position.xy - ( center - vec2( 0.5 ) ) ) * scale;
	vec2 rotatedPosition;
	rotatedPosition.x = cos( rotation ) * alignedPosition.x - sin( rotation ) * alignedPosition.y;
	rotatedPosition.y = sin( rotation ) * alignedPosition.x + cos( rotation ) * alignedPosition.y;
	mvPosition.xy += rotatedPosition;
	gl_Position = projectionMatrix * mvPosition;
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
}`,fb=`uniform vec3 diffuse;
uniform float opacity;
#include <common>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
}`,Ze={alphahash_fragment:U_,alphahash_pars_fragment:k_,alphamap_fragment:O_,alphamap_pars_fragment:F_,alphatest_fragment:B_,alphatest_pars_fragment:z_,aomap_fragment:V_,aomap_pars_fragment:H_,batching_pars_vertex:G_,batching_vertex:W_,begin_vertex:X_,beginnormal_vertex:q_,bsdfs:$_,iridescence_fragment:Y_,bumpmap_pars_fragment:K_,clipping_planes_fragment:j_,clipping_planes_pars_fragment:Z_,clipping_planes_pars_vertex:J_,clipping_planes_vertex:Q_,color_fragment:ev,color_pars_fragment:tv,color_pars_vertex:nv,color_vertex:iv,common:sv,defaultnormal_vertex:rv,displacementmap_pars_vertex:ov,displacementmap_vertex:av,emissivemap_fragment:lv,emissivemap_pars_fragment:cv,colorspace_fragment:uv,colorspace_pars_fragment:hv,envmap_fragment:dv,envmap_common_pars_fragment:fv,envmap_pars_fragment:pv,envmap_pars_vertex:mv,envmap_physical_pars_fragment:Ev,envmap_vertex:gv,fog_vertex:xv,fog_pars_vertex:_v,fog_fragment:vv,fog_pars_fragment:yv,gradientmap_pars_fragment:bv,lightmap_pars_fragment:Mv,lights_lambert_fragment:Sv,lights_lambert_pars_fragment:wv,lights_pars_begin:Tv,lights_toon_fragment:Av,lights_toon_pars_fragment:Rv,lights_phong_fragment:Cv,lights_phong_pars_fragment:Pv,lights_physical_fragment:Iv,lights_physical_pars_fragment:Lv,lights_fragment_begin:Nv,lights_fragment_maps:Dv,lights_fragment_end:Uv,lightprobes_pars_fragment:kv,logdepthbuf_fragment:Ov,logdepthbuf_pars_fragment:Fv,logdepthbuf_pars_vertex:Bv,logdepthbuf_vertex:zv,map_fragment:Vv,map_pars_fragment:Hv,map_particle_fragment:Gv,map_particle_pars_fragment:Wv,metalnessmap_fragment:Xv,metalnessmap_pars_fragment:qv,morphinstance_vertex:$v,morphcolor_vertex:Yv,morphnormal_vertex:Kv,morphtarget_pars_vertex:jv,morphtarget_vertex:Zv,normal_fragment_begin:Jv,normal_fragment_maps:Qv,normal_pars_fragment:ey,normal_pars_vertex:ty,normal_vertex:ny,normalmap_pars_fragment:iy,clearcoat_normal_fragment_begin:sy,clearcoat_normal_fragment_maps:ry,clearcoat_pars_fragment:oy,iridescence_pars_fragment:ay,opaque_fragment:ly,packing:cy,premultiplied_alpha_fragment:uy,project_vertex:hy,dithering_fragment:dy,dithering_pars_fragment:fy,roughnessmap_fragment:py,roughnessmap_pars_fragment:my,shadowmap_pars_fragment:gy,shadowmap_pars_vertex:xy,shadowmap_vertex:_y,shadowmask_pars_fragment:vy,skinbase_vertex:yy,skinning_pars_vertex:by,skinning_vertex:My,skinnormal_vertex:Sy,specularmap_fragment:wy,specularmap_pars_fragment:Ty,tonemapping_fragment:Ey,tonemapping_pars_fragment:Ay,transmission_fragment:Ry,transmission_pars_fragment:Cy,uv_pars_fragment:Py,uv_pars_vertex:Iy,uv_vertex:Ly,worldpos_vertex:Ny,background_vert:Dy,background_frag:Uy,backgroundCube_vert:ky,backgroundCube_frag:Oy,cube_vert:Fy,cube_frag:By,depth_vert:zy,depth_frag:Vy,distance_vert:Hy,distance_frag:Gy,equirect_vert:Wy,equirect_frag:Xy,linedashed_vert:qy,linedashed_frag:$y,meshbasic_vert:Yy,meshbasic_frag:Ky,meshlambert_vert:jy,meshlambert_frag:Zy,meshmatcap_vert:Jy,meshmatcap_frag:Qy,meshnormal_vert:eb,meshnormal_frag:tb,meshphong_vert:nb,meshphong_frag:ib,meshphysical_vert:sb,meshphysical_frag:rb,meshtoon_vert:ob,meshtoon_frag:ab,points_vert:lb,points_frag:cb,shadow_vert:ub,shadow_frag:hb,sprite_vert:db,sprite_frag:fb},ge={common:{diffuse:{value:new pe(16777215)},opacity:{value:1},map:{value:null},mapTransform:{value:new He},alphaMap:{value:null},alphaMapTransform:{value:new He},alphaTest:{value:0}},specularmap:{specularMap:{value:null},specularMapTransform:{value:new He}},envmap:{envMap:{value:null},envMapRotation:{value:new He},reflectivity:{value:1},ior:{value:1.5},refractionRatio:{value:.98},dfgLUT:{value:null}},aomap:{aoMap:{value:null},aoMapIntensity:{value:1},aoMapTransform:{value:new He}},lightmap:{lightMap:{value:null},lightMapIntensity:{value:1},lightMapTransform:{value:new He}},bumpmap:{bumpMap:{value:null},bumpMapTransform:{value:new He},bumpScale:{value:1}},normalmap:{normalMap:{value:null},normalMapTransform:{value:new He},normalScale:{value:new Ne(1,1)}},displacementmap:{displacementMap:{value:null},displacementMapTransform:{value:new He},displacementScale:{value:1},displacementBias:{value:0}},emissivemap:{emissiveMap:{value:null},emissiveMapTransform:{value:new He}},metalnessmap:{metalnessMap:{value:null},metalnessMapTransform:{value:new He}},roughnessmap:{roughnessMap:{value:null},roughnessMapTransform:{value:new He}},gradientmap:{gradientMap:{value:null}},fog:{fogDensity:{value:25e-5},fogNear:{value:1},fogFar:{value:2e3},fogColor:{value:new pe(16777215)}},lights:{ambientLightColor:{value:[]},lightProbe:{value:[]},sunLights:{value:[],properties:{direction:{},color:{}}},sunLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},sunShadowMatrix:{value:[]},sunShadowCascade:{value:[]},directionalLights:{value:[],properties:{direction:{},color:{}}},directionalLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},directionalShadowMatrix:{value:[]},spotLights:{value:[],properties:{color:{},position:{},direction:{},distance:{},coneCos:{},penumbraCos:{},decay:{}}},spotLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},spotLightMap:{value:[]},spotLightMatrix:{value:[]},pointLights:{value:[],properties:{color:{},position:{},decay:{},distance:{}}},pointLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{},shadowCameraNear:{},shadowCameraFar:{}}},pointShadowMatrix:{value:[]},hemisphereLights:{value:[],properties:{direction:{},skyColor:{},groundColor:{}}},rectAreaLights:{value:[],properties:{color:{},position:{},width:{},height:{}}},ltc_1:{value:null},ltc_2:{value:null},probesSH:{value:[]},probesMin:{value:[]},probesMax:{value:[]},probesResolution:{value:[]}},points:{diffuse:{value:new pe(16777215)},opacity:{value:1},size:{value:1},scale:{value:1},map:{value:null},alphaMap:{value:null},alphaMapTransform:{value:new He},alphaTest:{value:0},uvTransform:{value:new He}},sprite:{diffuse:{value:new pe(16777215)},opacity:{value:1},center:{value:new Ne(.5,.5)},rotation:{value:0},map:{value:null},mapTransform:{value:new He},alphaMap:{value:null},alphaMapTransform:{value:new He},alphaTest:{value:0}}},Bi={basic:{uniforms:In([ge.common,ge.specularmap,ge.envmap,ge.aomap,ge.lightmap,ge.fog]),vertexShader:Ze.meshbasic_vert,fragmentShader:Ze.meshbasic_frag},lambert:{uniforms:In([ge.common,ge.specularmap,ge.envmap,ge.aomap,ge.lightmap,ge.emissivemap,ge.bumpmap,ge.normalmap,ge.displacementmap,ge.fog,ge.lights,{emissive:{value:new pe(0)},envMapIntensity:{value:1}}]),vertexShader:Ze.meshlambert_vert,fragmentShader:Ze.meshlambert_frag},phong:{uniforms:In([ge.common,ge.specularmap,ge.envmap,ge.aomap,ge.lightmap,ge.emissivemap,ge.bumpmap,ge.normalmap,ge.displacementmap,ge.fog,ge.lights,{emissive:{value:new pe(0)},specular:{value:new pe(1118481)},shininess:{value:30},envMapIntensity:{value:1}}]),vertexShader:Ze.meshphong_vert,fragmentShader:Ze.meshphong_frag},standard:{uniforms:In([ge.common,ge.envmap,ge.aomap,ge.lightmap,ge.emissivemap,ge.bumpmap,ge.normalmap,ge.displacementmap,ge.roughnessmap,ge.metalnessmap,ge.fog,ge.lights,{emissive:{value:new pe(0)},roughness:{value:1},metalness:{value:0},envMapIntensity:{value:1}}]),vertexShader:Ze.meshphysical_vert,fragmentShader:Ze.meshphysical_frag},toon:{uniforms:In([ge.common,ge.aomap,ge.lightmap,ge.emissivemap,ge.bumpmap,ge.normalmap,ge.displacementmap,ge.gradientmap,ge.fog,ge.lights,{emissive:{value:new pe(0)}}]),vertexShader:Ze.meshtoon_vert,fragmentShader:Ze.meshtoon_frag},matcap:{uniforms:In([ge.common,ge.bumpmap,ge.normalmap,ge.displacementmap,ge.fog,{matcap:{value:null}}]),vertexShader:Ze.meshmatcap_vert,fragmentShader:Ze.meshmatcap_frag},points:{uniforms:In([ge.points,ge.fog]),vertexShader:Ze.points_vert,fragmentShader:Ze.points_frag},dashed:{uniforms:In([ge.common,ge.fog,{scale:{value:1},dashSize:{value:1},totalSize:{value:2}}]),vertexShader:Ze.linedashed_vert,fragmentShader:Ze.linedashed_frag},depth:{uniforms:In([ge.common,ge.displacementmap]),vertexShader:Ze.depth_vert,fragmentShader:Ze.depth_frag},normal:{uniforms:In([ge.common,ge.bumpmap,ge.normalmap,ge.displacementmap,{opacity:{value:1}}]),vertexShader:Ze.meshnormal_vert,fragmentShader:Ze.meshnormal_frag},sprite:{uniforms:In([ge.sprite,ge.fog]),vertexShader:Ze.sprite_vert,fragmentShader:Ze.sprite_frag},background:{uniforms:{uvTransform:{value:new He},t2D:{value:null},backgroundIntensity:{value:1}},vertexShader:Ze.background_vert,fragmentShader:Ze.background_frag},backgroundCube:{uniforms:{envMap:{value:null},backgroundBlurriness:{value:0},backgroundIntensity:{value:1},backgroundRotation:{value:new He}},vertexShader:Ze.backgroundCube_vert,fragmentShader:Ze.backgroundCube_frag},cube:{uniforms:{tCube:{value:null},tFlip:{value:-1},opacity:{value:1}},vertexShader:Ze.cube_vert,fragmentShader:Ze.cube_frag},equirect:{uniforms:{tEquirect:{value:null}},vertexShader:Ze.equirect_vert,fragmentShader:Ze.equirect_frag},distance:{uniforms:In([ge.common,ge.displacementmap,{referencePosition:{value:new U},nearDistance:{value:1},farDistance:{value:1e3}}]),vertexShader:Ze.distance_vert,fragmentShader:Ze.distance_frag},shadow:{uniforms:In([ge.lights,ge.fog,{color:{value:new pe(0)},opacity:{value:1}}]),vertexShader:Ze.shadow_vert,fragmentShader:Ze.shadow_frag}};Bi.physical={uniforms:In([Bi.standard.uniforms,{clearcoat:{value:0},clearcoatMap:{value:null},clearcoatMapTransform:{value:new He},clearcoatNormalMap:{value:null},clearcoatNormalMapTransform:{value:new He},clearcoatNormalScale:{value:new Ne(1,1)},clearcoatRoughness:{value:0},clearcoatRoughnessMap:{value:null},clearcoatRoughnessMapTransform:{value:new He},diffuseRoughness:{value:0},diffuseRoughnessMap:{value:null},diffuseRoughnessMapTransform:{value:new He},dispersion:{value:0},retroreflectivity:{value:0},iridescence:{value:0},iridescenceMap:{value:null},iridescenceMapTransform:{value:new He},iridescenceIOR:{value:1.3},iridescenceThicknessMinimum:{value:100},iridescenceThicknessMaximum:{value:400},iridescenceThicknessMap:{value:null},iridescenceThicknessMapTransform:{value:new He},sheen:{value:0},sheenColor:{value:new pe(0)},sheenColorMap:{value:null},sheenColorMapTransform:{value:new He},sheenRoughness:{value:1},sheenRoughnessMap:{value:null},sheenRoughnessMapTransform:{value:new He},transmission:{value:0},transmissionMap:{value:null},transmissionMapTransform:{value:new He},transmissionSamplerSize:{value:new Ne},transmissionSamplerMap:{value:null},thickness:{value:0},thicknessMap:{value:null},thicknessMapTransform:{value:new He},attenuationDistance:{value:0},attenuationColor:{value:new pe(0)},specularColor:{value:new pe(1,1,1)},specularColorMap:{value:null},specularColorMapTransform:{value:new He},specularIntensity:{value:1},specularIntensityMap:{value:null},specularIntensityMapTransform:{value:new He},anisotropyVector:{value:new Ne},anisotropyMap:{value:null},anisotropyMapTransform:{value:new He}}]),vertexShader:Ze.meshphysical_vert,fragmentShader:Ze.meshphysical_frag};var Kc={r:0,b:0,g:0},pb=new Xe,Vg=new He;Vg.set(-1,0,0,0,1,0,0,0,1);function mb(n,e,t,i,s,r){let o=new pe(0),a=s===!0?0:1,c,l,u=null,d=0,h=null;function p(b){let M=b.isScene===!0?b.background:null;if(M&&M.isTexture){let v=b.backgroundBlurriness>0;M=e.get(M,v)}return M}function g(b){let M=!1,v=p(b);v===null?x(o,a):v&&v.isColor&&(x(v,1),M=!0);let E=n.xr.getEnvironmentBlendMode();E==="additive"?t.buffers.color.setClear(0,0,0,1,r):E==="alpha-blend"&&t.buffers.color.setClear(0,0,0,0,r),(n.autoClear||M)&&(t.buffers.depth.setTest(!0),t.buffers.depth.setMask(!0),t.buffers.color.setMask(!0),n.clear(n.autoClearColor,n.autoClearDepth,n.autoClearStencil))}function y(b,M){let v=p(M);v&&v.isCubeTexture?(l===void 0&&(l=new mt(new Ui(1,1,1),new oi({name:"BackgroundCubeMaterial",uniforms:yr(Bi.backgroundCube.uniforms),vertexShader:Bi.backgroundCube.vertexShader,fragmentShader:Bi.backgroundCube.fragmentShader,side:cn,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),l.geometry.deleteAttribute("normal"),l.geometry.deleteAttribute("uv"),l.onBeforeRender=function(E,T,_){this.matrixWorld.copyPosition(_.matrixWorld)},Object.defineProperty(l.material,"envMap",{get:function(){return this.uniforms.envMap.value}}),i.update(l)),l.material.uniforms.envMap.value=v,l.material.uniforms.backgroundBlurriness.value=M.backgroundBlurriness,l.material.uniforms.backgroundIntensity.value=M.backgroundIntensity,l.material.uniforms.backgroundRotation.value.setFromMatrix4(pb.makeRotationFromEuler(M.backgroundRotation)).transpose(),v.isRenderTargetTexture===!1&&l.material.uniforms.backgroundRotation.value.premultiply(Vg),l.material.toneMapped=et.getTransfer(v.colorSpace)!==yt,(u!==v||d!==v.version||h!==n.toneMapping)&&(l.material.needsUpdate=!0,u=v,d=v.version,h=n.toneMapping),l.layers.enableAll(),b.unshift(l,l.geometry,l.material,0,0,null)):v&&v.isTexture&&(c===void 0&&(c=new mt(new hr(2,2),new oi({name:"BackgroundMaterial",uniforms:yr(Bi.background.uniforms),vertexShader:Bi.background.vertexShader,fragmentShader:Bi.background.fragmentShader,side:ci,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),c.geometry.deleteAttribute("normal"),Object.defineProperty(c.material,"map",{get:function(){return this.uniforms.t2D.value}}),i.update(c)),c.material.uniforms.t2D.value=v,c.material.uniforms.backgroundIntensity.value=M.backgroundIntensity,c.material.toneMapped=et.getTransfer(v.colorSpace)!==yt,v.matrixAutoUpdate===!0&&v.updateMatrix(),c.material.uniforms.uvTransform.value.copy(v.matrix),(u!==v||d!==v.version||h!==n.toneMapping)&&(c.material.needsUpdate=!0,u=v,d=v.version,h=n.toneMapping),c.layers.enableAll(),b.unshift(c,c.geometry,c.material,0,0,null))}function x(b,M){b.getRGB(Kc,dd(n)),t.buffers.color.setClear(Kc.r,Kc.g,Kc.b,M,r)}function m(){l!==void 0&&(l.geometry.dispose(),l.material.dispose(),l=void 0),c!==void 0&&(c.geometry.dispose(),c.material.dispose(),c=void 0)}return{getClearColor:function(){return o},setClearColor:function(b,M=1){o.set(b),a=M,x(o,a)},getClearAlpha:function(){return a},setClearAlpha:function(b){a=b,x(o,a)},render:g,addToRenderList:y,dispose:m}}function gb(n,e){let t=n.getParameter(n.MAX_VERTEX_ATTRIBS),i={},s=h(null),r=s,o=!1;function a(I,k,F,P,G){let X=!1,H=d(I,P,F,k);r!==H&&(r=H,l(r.object)),X=p(I,P,F,G),X&&g(I,P,F,G),G!==null&&e.update(G,n.ELEMENT_ARRAY_BUFFER),(X||o)&&(o=!1,v(I,k,F,P),G!==null&&n.bindBuffer(n.ELEMENT_ARRAY_BUFFER,e.get(G).buffer))}function c(){return n.createVertexArray()}function l(I){return n.bindVertexArray(I)}function u(I){return n.deleteVertexArray(I)}function d(I,k,F,P){let G=P.wireframe===!0,X=i[k.id];X===void 0&&(X={},i[k.id]=X);let H=I.isInstancedMesh===!0?I.id:0,ee=X[H];ee===void 0&&(ee={},X[H]=ee);let q=ee[F.id];q===void 0&&(q={},ee[F.id]=q);let Q=q[G];return Q===void 0&&(Q=h(c()),q[G]=Q),Q}function h(I){let k=[],F=[],P=[];for(let G=0;G<t;G++)k[G]=0,F[G]=0,P[G]=0;return{geometry:null,program:null,wireframe:!1,newAttributes:k,enabledAttributes:F,attributeDivisors:P,object:I,attributes:{},index:null}}function p(I,k,F,P){let G=r.attributes,X=k.attributes,H=0,ee=F.getAttributes();for(let q in ee)if(ee[q].location>=0){let te=G[q],Ee=X[q];if(Ee===void 0&&(q==="instanceMatrix"&&I.instanceMatrix&&(Ee=I.instanceMatrix),q==="instanceColor"&&I.instanceColor&&(Ee=I.instanceColor)),te===void 0||te.attribute!==Ee||Ee&&te.data!==Ee.data)return!0;H++}return r.attributesNum!==H||r.index!==P}function g(I,k,F,P){let G={},X=k.attributes,H=0,ee=F.getAttributes();for(let q in ee)if(ee[q].location>=0){let te=X[q];te===void 0&&(q==="instanceMatrix"&&I.instanceMatrix&&(te=I.instanceMatrix),q==="instanceColor"&&I.instanceColor&&(te=I.instanceColor));let Ee={};Ee.attribute=te,te&&te.data&&(Ee.data=te.data),G[q]=Ee,H++}r.attributes=G,r.attributesNum=H,r.index=P}function y(){let I=r.newAttributes;for(let k=0,F=I.length;k<F;k++)I[k]=0}function x(I){m(I,0)}function m(I,k){let F=r.newAttributes,P=r.enabledAttributes,G=r.attributeDivisors;F[I]=1,P[I]===0&&(n.enableVertexAttribArray(I),P[I]=1),G[I]!==k&&(n.vertexAttribDivisor(I,k),G[I]=k)}function b(){let I=r.newAttributes,k=r.enabledAttributes;for(let F=0,P=k.length;F<P;F++)k[F]!==I[F]&&(n.disableVertexAttribArray(F),k[F]=0)}function M(I,k,F,P,G,X,H){H===!0?n.vertexAttribIPointer(I,k,F,G,X):n.vertexAttribPointer(I,k,F,P,G,X)}function v(I,k,F,P){y();let G=P.attributes,X=F.getAttributes(),H=k.defaultAttributeValues;for(let ee in X){let q=X[ee];if(q.location>=0){let Q=G[ee];if(Q===void 0&&(ee==="instanceMatrix"&&I.instanceMatrix&&(Q=I.instanceMatrix),ee==="instanceColor"&&I.instanceColor&&(Q=I.instanceColor)),Q!==void 0){let te=Q.normalized,Ee=Q.itemSize,De=e.get(Q);if(De===void 0)continue;let K=De.buffer,xe=De.type,Se=De.bytesPerElement,Oe=xe===n.INT||xe===n.UNSIGNED_INT||Q.gpuType===hc;if(Q.isInterleavedBufferAttribute){let ye=Q.data,qe=ye.isInterleavedBuffer===!0?ye.stride:ye.itemSize,jt=Q.offset;if(ye.isInstancedInterleavedBuffer||ye.isInstancedBufferAttribute){for(let Be=0;Be<q.locationSize;Be++)m(q.location+Be,ye.meshPerAttribute);I.isInstancedMesh!==!0&&P._maxInstanceCount===void 0&&(P._maxInstanceCount=ye.meshPerAttribute*ye.count)}else for(let Be=0;Be<q.locationSize;Be++)x(q.location+Be);n.bindBuffer(n.ARRAY_BUFFER,K);for(let Be=0;Be<q.locationSize;Be++)M(q.location+Be,Ee/q.locationSize,xe,te,qe*Se,(jt+Ee/q.locationSize*Be)*Se,Oe)}else{if(Q.isInstancedBufferAttribute){for(let ye=0;ye<q.locationSize;ye++)m(q.location+ye,Q.meshPerAttribute);I.isInstancedMesh!==!0&&P._maxInstanceCount===void 0&&(P._maxInstanceCount=Q.meshPerAttribute*Q.count)}else for(let ye=0;ye<q.locationSize;ye++)x(q.location+ye);n.bindBuffer(n.ARRAY_BUFFER,K);for(let ye=0;ye<q.locationSize;ye++)M(q.location+ye,Ee/q.locationSize,xe,te,Ee*Se,Ee/q.locationSize*ye*Se,Oe)}}else if(H!==void 0){let te=H[ee];if(te!==void 0)switch(te.length){case 2:n.vertexAttrib2fv(q.location,te);break;case 3:n.vertexAttrib3fv(q.location,te);break;case 4:n.vertexAttrib4fv(q.location,te);break;default:n.vertexAttrib1fv(q.location,te)}}}}b()}function E(){L();for(let I in i){let k=i[I];for(let F in k){let P=k[F];for(let G in P){let X=P[G];for(let H in X)u(X[H].object),delete X[H];delete P[G]}}delete i[I]}}function T(I){if(i[I.id]===void 0)return;let k=i[I.id];for(let F in k){let P=k[F];for(let G in P){let X=P[G];for(let H in X)u(X[H].object),delete X[H];delete P[G]}}delete i[I.id]}function _(I){for(let k in i){let F=i[k];for(let P in F){let G=F[P];if(G[I.id]===void 0)continue;let X=G[I.id];for(let H in X)u(X[H].object),delete X[H];delete G[I.id]}}}function S(I){for(let k in i){let F=i[k],P=I.isInstancedMesh===!0?I.id:0,G=F[P];if(G!==void 0){for(let X in G){let H=G[X];for(let ee in H)u(H[ee].object),delete H[ee];delete G[X]}delete F[P],Object.keys(F).length===0&&delete i[k]}}}function L(){C(),o=!0,r!==s&&(r=s,l(r.object))}function C(){s.geometry=null,s.program=null,s.wireframe=!1}return{setup:a,reset:L,resetDefaultState:C,dispose:E,releaseStatesOfGeometry:T,releaseStatesOfObject:S,releaseStatesOfProgram:_,initAttributes:y,enableAttribute:x,disableUnusedAttributes:b}}function xb(n,e,t){let i;function s(c){i=c}function r(c,l){n.drawArrays(i,c,l),t.update(l,i,1)}function o(c,l,u){u!==0&&(n.drawArraysInstanced(i,c,l,u),t.update(l,i,u))}function a(c,l,u){if(u===0)return;e.get("WEBGL_multi_draw").multiDrawArraysWEBGL(i,c,0,l,0,u);let h=0;for(let p=0;p<u;p++)h+=l[p];t.update(h,i,1)}this.setMode=s,this.render=r,this.renderInstances=o,this.renderMultiDraw=a}function _b(n,e,t,i){let s;function r(){if(s!==void 0)return s;if(e.has("EXT_texture_filter_anisotropic")===!0){let _=e.get("EXT_texture_filter_anisotropic");s=n.getParameter(_.MAX_TEXTURE_MAX_ANISOTROPY_EXT)}else s=0;return s}function o(_){return!(_!==di&&i.convert(_)!==n.getParameter(n.IMPLEMENTATION_COLOR_READ_FORMAT))}function a(_){let S=_===Ei&&(e.has("EXT_color_buffer_half_float")||e.has("EXT_color_buffer_float"));return!(_!==Wn&&_!==jn&&!S&&i.convert(_)!==n.getParameter(n.IMPLEMENTATION_COLOR_READ_TYPE))}function c(_){if(_==="highp"){if(n.getShaderPrecisionFormat(n.VERTEX_SHADER,n.HIGH_FLOAT).precision>0&&n.getShaderPrecisionFormat(n.FRAGMENT_SHADER,n.HIGH_FLOAT).precision>0)return"highp";_="mediump"}return _==="mediump"&&n.getShaderPrecisionFormat(n.VERTEX_SHADER,n.MEDIUM_FLOAT).precision>0&&n.getShaderPrecisionFormat(n.FRAGMENT_SHADER,n.MEDIUM_FLOAT).precision>0?"mediump":"lowp"}let l=t.precision!==void 0?t.precision:"highp",u=c(l);u!==l&&(Ie("WebGLRenderer:",l,"not supported, using",u,"instead."),l=u);let d=t.reversedDepthBuffer===!0&&e.has("EXT_clip_control"),h=t.logarithmicDepthBuffer===!0&&d===!1;t.reversedDepthBuffer===!0&&d===!1&&Ie("WebGLRenderer: Unable to use reversed depth buffer due to missing EXT_clip_control extension. Fallback to default depth buffer."),t.logarithmicDepthBuffer===!0&&d===!0&&Ie("WebGLRenderer: Logarithmic depth buffer is ignored when reversed depth buffer is enabled.");let p=n.getParameter(n.MAX_TEXTURE_IMAGE_UNITS),g=n.getParameter(n.MAX_VERTEX_TEXTURE_IMAGE_UNITS),y=n.getParameter(n.MAX_TEXTURE_SIZE),x=n.getParameter(n.MAX_CUBE_MAP_TEXTURE_SIZE),m=n.getParameter(n.MAX_VERTEX_ATTRIBS),b=n.getParameter(n.MAX_VERTEX_UNIFORM_VECTORS),M=n.getParameter(n.MAX_VARYING_VECTORS),v=n.getParameter(n.MAX_FRAGMENT_UNIFORM_VECTORS),E=n.getParameter(n.MAX_SAMPLES),T=n.getParameter(n.SAMPLES);return{isWebGL2:!0,getMaxAnisotropy:r,getMaxPrecision:c,textureFormatReadable:o,textureTypeReadable:a,precision:l,logarithmicDepthBuffer:h,reversedDepthBuffer:d,maxTextures:p,maxVertexTextures:g,maxTextureSize:y,maxCubemapSize:x,maxAttributes:m,maxVertexUniforms:b,maxVaryings:M,maxFragmentUniforms:v,maxSamples:E,samples:T}}function vb(n){let e=this,t=null,i=0,s=!1,r=!1,o=new Un,a=new He,c={value:null,needsUpdate:!1};this.uniform=c,this.numPlanes=0,this.numIntersection=0,this.init=function(d,h){let p=d.length!==0||h||i!==0||s;return s=h,i=d.length,p},this.beginShadows=function(){r=!0,u(null)},this.endShadows=function(){r=!1},this.setGlobalState=function(d,h){t=u(d,h,0)},this.setState=function(d,h,p){let g=d.clippingPlanes,y=d.clipIntersection,x=d.clipShadows,m=n.get(d);if(!s||g===null||g.length===0||r&&!x)r?u(null):l();else{let b=r?0:i,M=b*4,v=m.clippingState||null;c.value=v,v=u(g,h,M,p);for(let E=0;E!==M;++E)v[E]=t[E];m.clippingState=v,this.numIntersection=y?this.numPlanes:0,this.numPlanes+=b}};function l(){c.value!==t&&(c.value=t,c.needsUpdate=i>0),e.numPlanes=i,e.numIntersection=0}function u(d,h,p,g){let y=d!==null?d.length:0,x=null;if(y!==0){if(x=c.value,g!==!0||x===null){let m=p+y*4,b=h.matrixWorldInverse;a.getNormalMatrix(b),(x===null||x.length<m)&&(x=new Float32Array(m));for(let M=0,v=p;M!==y;++M,v+=4)o.copy(d[M]).applyMatrix4(b,a),o.normal.toArray(x,v),x[v+3]=o.constant}c.value=x,c.needsUpdate=!0}return e.numPlanes=y,e.numIntersection=0,x}}var Oa=class extends On{constructor(e=1,t={}){super(e,e,t),this.isWebGLCubeRenderTarget=!0;let i={width:e,height:e,depth:1},s=[i,i,i,i,i,i];this.texture=new ra(s),this._setTextureOptions(t),this.texture.isRenderTargetTexture=!0}fromEquirectangularTexture(e,t){this.texture.type=t.type,this.texture.colorSpace=t.colorSpace,this.texture.generateMipmaps=t.generateMipmaps,this.texture.minFilter=t.minFilter,this.texture.magFilter=t.magFilter;let i={uniforms:{tEquirect:{value:null}},vertexShader:`

				varying vec3 vWorldDirection;

				vec3 transformDirection( in vec3 dir, in mat4 matrix ) {

					return normalize( ( matrix * vec4( dir, 0.0 ) ).xyz );

				}

				void main() {

					vWorldDirection = transformDirection( position, modelMatrix );

					#include <begin_vertex>
					#include <project_vertex>

				}
			`,fragmentShader:`

				uniform sampler2D tEquirect;

				varying vec3 vWorldDirection;

				#include <common>

				void main() {

					vec3 direction = normalize( vWorldDirection );

					vec2 sampleUV = equirectUv( direction );

					gl_FragColor = texture2D( tEquirect, sampleUV );

				}
			`},s=new Ui(5,5,5),r=new oi({name:"CubemapFromEquirect",uniforms:yr(i.uniforms),vertexShader:i.vertexShader,fragmentShader:i.fragmentShader,side:cn,blending:mr});r.uniforms.tEquirect.value=t;let o=new mt(s,r),a=t.minFilter;return t.minFilter===hi&&(t.minFilter=an),new ao(1,10,this).update(e,o),t.minFilter=a,o.geometry.dispose(),o.material.dispose(),this}clear(e,t=!0,i=!0,s=!0){let r=e.getRenderTarget();for(let o=0;o<6;o++)e.setRenderTarget(this,o),e.clear(t,i,s);e.setRenderTarget(r)}},vg=256,yb=3,bb=20,Hg=256,Gg=16,Mb=3,Sb=new U,wb=new pe,xo=class n{constructor(e){this._renderer=e,this._cubeSize=0,this._sourceTarget=null,this._cubeCamera=new ao(1,10,null),this._boxMesh=new mt(new Ui(5,5,5),null),this._cubemapMaterial=null,this._equirectMaterial=null,this._blurMaterial=null,this._ggxMaterial=null,this._integrationMaterial=null}fromScene(e,t=0,i=.1,s=100,r={}){let{size:o=256,position:a=Sb}=r,c=this._renderer;this._setSize(o);let l=this._allocateTarget(),u=this._getSourceTarget(!0);t>0&&(u.texture.mipmapsAutoUpdate=!1);let d=c.autoClear,h=c.autoClearColor,p=c.autoClearDepth,g=c.autoClearStencil,y=e.background;c.autoClear=!0,c.autoClearColor=!0,c.autoClearDepth=!0,c.autoClearStencil=!0,y===null&&(e.background=c.getClearColor(wb));let x=new ao(i,s,u);return x.position.copy(a),x.update(c,e),c.autoClear=d,c.autoClearColor=h,c.autoClearDepth=p,c.autoClearStencil=g,e.background=y,t>0&&(u.texture.mipmapsAutoUpdate=!0,this._blur(l,t)),this._applyPMREM(l),l}fromEquirectangular(e,t=null){return this._fromTexture(e,t)}fromCubemap(e,t=null){return this._fromTexture(e,t)}compileCubemapShader(){this._cubemapMaterial===null&&(this._cubemapMaterial=Mg(),this._compileMaterial(this._cubemapMaterial))}compileEquirectangularShader(){this._equirectMaterial===null&&(this._equirectMaterial=bg(),this._compileMaterial(this._equirectMaterial))}dispose(){this._sourceTarget!==null&&this._sourceTarget.dispose(),this._cubemapMaterial!==null&&this._cubemapMaterial.dispose(),this._equirectMaterial!==null&&this._equirectMaterial.dispose(),this._blurMaterial!==null&&this._blurMaterial.dispose(),this._ggxMaterial!==null&&this._ggxMaterial.dispose(),this._integrationMaterial!==null&&this._integrationMaterial.dispose(),this._boxMesh.geometry.dispose()}static lodToRoughness(e,t){return t>0?1-Math.sqrt(1-e/t):0}_setSize(e){this._cubeSize=Math.max(vg,cd(e))}_fromTexture(e,t){e.mapping===xr||e.mapping===ho?this._setSize(e.image.length===0?vg:e.image[0].width||e.image[0].image.width):this._setSize(e.image.width/4);let i=t||this._allocateTarget();return this._textureToCubemap(e),this._applyPMREM(i),i}_allocateTarget(){let e=this._cubeSize,t=yg(e,!1,!1),i=Math.log2(e)-yb;for(let s=0;s<=i;s++)t.texture.mipmaps.push({width:e>>s,height:e>>s});return t.texture.name="PMREM",t.texture.isPMREMTexture=!0,t}_getSourceTarget(e=!1){let t=this._cubeSize,i=this._sourceTarget;return(i===null||i.width!==t||e&&i.depthBuffer===!1)&&(i!==null&&i.dispose(),this._sourceTarget=yg(t,!0,e)),this._sourceTarget}_compileMaterial(e){this._boxMesh.material=e,this._renderer.compile(this._boxMesh,this._cubeCamera.children[0])}_renderCube(e,t,i){let s=this._boxMesh,r=this._cubeCamera;s.material=i,r.renderTarget=e,r.activeMipmapLevel=t;let o=e.width>>t;e.viewport.set(0,0,o,o),r.update(this._renderer,s),e.viewport.set(0,0,e.width,e.height)}_textureToCubemap(e){let t;e.mapping===xr||e.mapping===ho?(this._cubemapMaterial===null&&(this._cubemapMaterial=Mg()),t=this._cubemapMaterial,t.uniforms.flipEnvMap.value=e.isRenderTargetTexture===!1?-1:1):(this._equirectMaterial===null&&(this._equirectMaterial=bg()),t=this._equirectMaterial),t.uniforms.envMap.value=e,this._renderCube(this._getSourceTarget(),0,t)}_applyPMREM(e){this._ggxMaterial===null&&(this._ggxMaterial=Tb(),this._integrationMaterial=Eb());let t=this._cubeSize,i=e.texture.mipmaps.length-1,s=this._ggxMaterial.uniforms;s.envMap.value=this._sourceTarget.texture;let r=this._integrationMaterial.uniforms;r.envMap.value=this._sourceTarget.texture,r.sourceLod.value=Math.log2(t/Gg);for(let o=0;o<=i;o++){let a=n.lodToRoughness(o,i);if(o>i-Mb)r.roughness.value=a,this._renderCube(e,o,this._integrationMaterial);else{let c=a>0?Math.log2(t)+.5*Math.log2(6/(Hg*Math.pow(a,4)))+.5:0;s.roughness.value=a,s.lodBias.value=c,this._renderCube(e,o,this._ggxMaterial)}}}_blur(e,t){this._blurMaterial===null&&(this._blurMaterial=Ab());let i=this._blurMaterial,s=i.uniforms,r=this._sourceTarget;s.sigma.value=Math.min(t,Math.PI)/Math.SQRT2,s.envMap.value=r.texture,this._renderCube(e,0,i),s.envMap.value=e.texture,this._renderCube(r,0,i)}};function yg(n,e,t){return new Oa(n,{minFilter:hi,generateMipmaps:e,type:Ei,colorSpace:kn,depthBuffer:t})}function Fa(n,e,t){return new oi({name:n,uniforms:e,vertexShader:Ze.cube_vert,fragmentShader:t,side:cn,blending:mr,depthTest:!1,depthWrite:!1})}function Tb(){return Fa("PMREMGGXConvolution",{envMap:{value:null},roughness:{value:0},lodBias:{value:0}},`

		#define GGX_SAMPLES ${Hg}u

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float roughness;
		uniform float lodBias;

		#include <common>

		// Van der Corput radical inverse
		float radicalInverse_VdC( uint bits ) {

			bits = ( bits << 16u ) | ( bits >> 16u );
			bits = ( ( bits & 0x55555555u ) << 1u ) | ( ( bits & 0xAAAAAAAAu ) >> 1u );
			bits = ( ( bits & 0x33333333u ) << 2u ) | ( ( bits & 0xCCCCCCCCu ) >> 2u );
			bits = ( ( bits & 0x0F0F0F0Fu ) << 4u ) | ( ( bits & 0xF0F0F0F0u ) >> 4u );
			bits = ( ( bits & 0x00FF00FFu ) << 8u ) | ( ( bits & 0xFF00FF00u ) >> 8u );
			return float( bits ) * 2.3283064365386963e-10; // / 0x100000000

		}

		// Hammersley sequence
		vec2 hammersley( uint i, uint N ) {

			return vec2( float( i ) / float( N ), radicalInverse_VdC( i ) );

		}

		void main() {

			vec3 N = normalize( vWorldDirection );

			// For very low roughness, just sample the environment directly
			if ( roughness < 0.001 ) {

				gl_FragColor = vec4( textureLod( envMap, N, 0.0 ).rgb, 1.0 );
				return;

			}

			float alpha = roughness * roughness;
			float alpha2 = alpha * alpha;

			// Tangent space basis for VNDF sampling
			vec3 up = abs( N.z ) < 0.999 ? vec3( 0.0, 0.0, 1.0 ) : vec3( 1.0, 0.0, 0.0 );
			vec3 tangent = normalize( cross( up, N ) );
			vec3 bitangent = cross( N, tangent );

			vec3 prefilteredColor = vec3( 0.0 );
			float totalWeight = 0.0;

			for ( uint i = 0u; i < GGX_SAMPLES; i ++ ) {

				vec2 Xi = hammersley( i, GGX_SAMPLES );

				// With V = N, sample the reflected direction directly.
				float invQ = 1.0 / ( 1.0 - Xi.x + alpha2 * Xi.x );
				float NdotL = ( 1.0 - Xi.x - alpha2 * Xi.x ) * invQ;

				if ( NdotL > 0.0 ) {

					float phi = 2.0 * PI * Xi.y;
					float sinTheta = 2.0 * alpha * sqrt( Xi.x * ( 1.0 - Xi.x ) ) * invQ;
					vec3 L = N * NdotL + ( tangent * cos( phi ) + bitangent * sin( phi ) ) * sinTheta;

					// Match the source mip to the sample's solid angle. The terms
					// independent of the sample are precomputed in lodBias.
					float d = alpha2 * invQ;
					float lod = max( log2( d ) + lodBias, 0.0 );

					// Weight by NdotL for the split-sum approximation
					prefilteredColor += textureLod( envMap, L, lod ).rgb * NdotL;
					totalWeight += NdotL;

				}

			}

			gl_FragColor = vec4( prefilteredColor / totalWeight, 1.0 );

		}
	`)}function Eb(){return Fa("PMREMGGXIntegration",{envMap:{value:null},roughness:{value:0},sourceLod:{value:0},sourceSize:{value:Gg}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float roughness;
		uniform float sourceLod;
		uniform int sourceSize;

		void main() {

			vec3 N = normalize( vWorldDirection );

			float alpha = roughness * roughness;
			float alpha2 = alpha * alpha;

			float texelSize = 2.0 / float( sourceSize );

			vec3 prefilteredColor = vec3( 0.0 );
			float totalWeight = 0.0;

			// Pair opposite texels: only the one in N's hemisphere contributes.
			for ( int face = 0; face < 3; face ++ ) {

				for ( int y = 0; y < sourceSize; y ++ ) {

					for ( int x = 0; x < sourceSize; x ++ ) {

						vec2 uv = ( vec2( x, y ) + 0.5 ) * texelSize - 1.0;
						vec3 texelDirection = face == 0 ? vec3( 1.0, uv ) : ( face == 1 ? vec3( uv.x, 1.0, uv.y ) : vec3( uv, 1.0 ) );

						float invDistance = inversesqrt( 1.0 + dot( uv, uv ) );
						float NdotL = dot( N, texelDirection );
						texelDirection *= NdotL < 0.0 ? - 1.0 : 1.0;
						NdotL = abs( NdotL ) * invDistance;

						// With V = N, NdotH squared is ( 1 + NdotL ) / 2. Common factors
						// in the GGX distribution and texel solid angle cancel when normalized.
						float d = 1.0 + alpha2 + ( alpha2 - 1.0 ) * NdotL;
						float weight = NdotL * invDistance * invDistance * invDistance / ( d * d );

						prefilteredColor += textureLod( envMap, texelDirection, sourceLod ).rgb * weight;
						totalWeight += weight;

					}

				}

			}

			gl_FragColor = vec4( prefilteredColor / totalWeight, 1.0 );

		}
	`)}function Ab(){return Fa("PMREMSphericalGaussianBlur",{envMap:{value:null},sigma:{value:0}},`

		#define SAMPLES ${bb}
		#define GOLDEN_ANGLE 2.39996322973

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float sigma;

		#include <common>

		void main() {

			vec3 outputDirection = normalize( vWorldDirection );

			vec3 up = abs( outputDirection.z ) < 0.999 ? vec3( 0.0, 0.0, 1.0 ) : vec3( 1.0, 0.0, 0.0 );
			vec3 tangent = normalize( cross( up, outputDirection ) );
			vec3 bitangent = cross( outputDirection, tangent );

			// Truncate the kernel at three standard deviations or at the antipode.
			float thetaMax = min( 3.0 * sigma, PI );
			float truncation = 1.0 - exp( - 0.5 * thetaMax * thetaMax / ( sigma * sigma ) );

			vec3 accumColor = vec3( 0.0 );
			float accumWeight = 0.0;

			for ( int i = 0; i < SAMPLES; i ++ ) {

				// Stratified inverse-CDF sampling of the Gaussian, placed on a golden-angle spiral.
				float stratum = ( float( i ) + 0.5 ) / float( SAMPLES );
				float theta = sigma * sqrt( - 2.0 * log( 1.0 - stratum * truncation ) );
				float phi = float( i ) * GOLDEN_ANGLE;

				vec3 offset = cos( phi ) * tangent + sin( phi ) * bitangent;
				vec3 sampleDirection = cos( theta ) * outputDirection + sin( theta ) * offset;

				// Correct the planar sample density to solid angle.
				float weight = sin( theta ) / theta;

				accumColor += weight * textureLod( envMap, sampleDirection, 0.0 ).rgb;
				accumWeight += weight;

			}

			gl_FragColor = vec4( accumColor / accumWeight, 1.0 );

		}
	`)}function bg(){return Fa("PMREMEquirectangularToCubemap",{envMap:{value:null}},`

		varying vec3 vWorldDirection;

		uniform sampler2D envMap;

		#include <common>

		void main() {

			// Average four subpixel samples to preserve small, bright features.
			vec3 direction = normalize( vWorldDirection );
			vec3 dx = dFdx( direction ) * 0.25;
			vec3 dy = dFdy( direction ) * 0.25;

			vec3 color = textureLod( envMap, equirectUv( normalize( direction - dx - dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction + dx - dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction - dx + dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction + dx + dy ) ), 0.0 ).rgb;
			gl_FragColor = vec4( color * 0.25, 1.0 );

		}
	`)}function Mg(){return Fa("PMREMCubemapToCubemap",{envMap:{value:null},flipEnvMap:{value:-1}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float flipEnvMap;

		void main() {

			gl_FragColor = vec4( textureCube( envMap, vec3( flipEnvMap * vWorldDirection.x, vWorldDirection.yz ) ).rgb, 1.0 );

		}
	`)}function Rb(n){let e=new WeakMap,t=new WeakMap,i=null;function s(h,p=!1){return h==null?null:p?o(h):r(h)}function r(h){if(h&&h.isTexture){let p=h.mapping;if(p===lc||p===cc)if(e.has(h)){let g=e.get(h).texture;return a(g,h.mapping)}else{let g=h.image;if(g&&g.height>0){let y=new Oa(g.height);return y.fromEquirectangularTexture(n,h),e.set(h,y),h.addEventListener("dispose",l),a(y.texture,h.mapping)}else return null}}return h}function o(h){if(h&&h.isTexture&&h.isPMREMTexture!==!0){let p=h.mapping,g=p===lc||p===cc,y=p===xr||p===ho;if(g||y){let x=t.get(h),m=x!==void 0?x.texture.pmremVersion:0;if(h.isRenderTargetTexture&&h.pmremVersion!==m)return i===null&&(i=new xo(n)),x=g?i.fromEquirectangular(h,x):i.fromCubemap(h,x),x.texture.pmremVersion=h.pmremVersion,t.set(h,x),x.texture;if(x!==void 0)return x.texture;{let b=h.image;return g&&b&&b.height>0||y&&b&&c(b)?(i===null&&(i=new xo(n)),x=g?i.fromEquirectangular(h):i.fromCubemap(h),x.texture.pmremVersion=h.pmremVersion,t.set(h,x),h.addEventListener("dispose",u),x.texture):null}}}return h}function a(h,p){return p===lc?h.mapping=xr:p===cc&&(h.mapping=ho),h}function c(h){let p=0,g=6;for(let y=0;y<g;y++)h[y]!==void 0&&p++;return p===g}function l(h){let p=h.target;p.removeEventListener("dispose",l);let g=e.get(p);g!==void 0&&(e.delete(p),g.dispose())}function u(h){let p=h.target;p.removeEventListener("dispose",u);let g=t.get(p);g!==void 0&&(t.delete(p),g.dispose())}function d(){e=new WeakMap,t=new WeakMap,i!==null&&(i.dispose(),i=null)}return{get:s,dispose:d}}function Cb(n){let e={};function t(i){if(e[i]!==void 0)return e[i];let s=n.getExtension(i);return e[i]=s,s}return{has:function(i){return t(i)!==null},init:function(){t("EXT_color_buffer_float"),t("WEBGL_clip_cull_distance"),t("OES_texture_float_linear"),t("EXT_color_buffer_half_float"),t("WEBGL_multisampled_render_to_texture"),t("WEBGL_render_shared_exponent")},get:function(i){let s=t(i);return s===null&&ir("WebGLRenderer: "+i+" extension not supported."),s}}}function Pb(n,e,t,i){let s={},r=new WeakMap,o=new FinalizationRegistry(g=>delete s[g]);function a(g){c(g.target)}function c(g){g.index!==null&&e.remove(g.index);for(let x in g.attributes)e.remove(g.attributes[x]);g.removeEventListener("dispose",a),delete s[g.id],o.unregister(g);let y=r.get(g);y&&(e.remove(y),r.delete(g)),i.releaseStatesOfGeometry(g),g.isInstancedBufferGeometry===!0&&delete g._maxInstanceCount,t.memory.geometries--}function l(g,y){return s[y.id]!==void 0||(y.addEventListener("dispose",a),s[y.id]=new WeakRef(y),o.register(y,y.id,y),t.memory.geometries++),y}function u(g){let y=g.attributes;for(let x in y)e.update(y[x],n.ARRAY_BUFFER)}function d(g){let y=g.index,x=g.attributes.position,m=0;if(x===void 0)return;let b=y!==null?y.array.length:x.array.length/3-1,M=x.count>=65535?lr:ar,v=new M(Math.ceil(b/3)*6,1),E=v.array;if(y!==null){let _=y.array;m=y.version;for(let S=0,L=0;S<b;S+=3){let C=_[S+0],I=_[S+1],k=_[S+2];E[L++]=C,E[L++]=I,E[L++]=I,E[L++]=k,E[L++]=k,E[L++]=C}}else{m=x.version;for(let _=0,S=0;_<b;_+=3){let L=_+0,C=_+1,I=_+2;E[S++]=L,E[S++]=C,E[S++]=C,E[S++]=I,E[S++]=I,E[S++]=L}}v.version=m;let T=r.get(g);T&&e.remove(T),r.set(g,v)}function h(g){let y=r.get(g);if(y){let x=g.index;x!==null&&y.version<x.version&&d(g)}else d(g);return r.get(g)}function p(){for(let g in s){let y=s[g].deref();y!==void 0&&c(y)}}return{get:l,update:u,getWireframeAttribute:h,dispose:p}}function Ib(n,e,t){let i;function s(d){i=d}let r,o;function a(d){r=d.type,o=d.bytesPerElement}function c(d,h){n.drawElements(i,h,r,d*o),t.update(h,i,1)}function l(d,h,p){p!==0&&(n.drawElementsInstanced(i,h,r,d*o,p),t.update(h,i,p))}function u(d,h,p){if(p===0)return;e.get("WEBGL_multi_draw").multiDrawElementsWEBGL(i,h,0,r,d,0,p);let y=0;for(let x=0;x<p;x++)y+=h[x];t.update(y,i,1)}this.setMode=s,this.setIndex=a,this.render=c,this.renderInstances=l,this.renderMultiDraw=u}function Lb(n){let e={geometries:0,textures:0},t={frame:0,calls:0,triangles:0,points:0,lines:0};function i(r,o,a){switch(t.calls++,o){case n.TRIANGLES:t.triangles+=a*(r/3);break;case n.LINES:t.lines+=a*(r/2);break;case n.LINE_STRIP:t.lines+=a*(r-1);break;case n.LINE_LOOP:t.lines+=a*r;break;case n.POINTS:t.points+=a*r;break;default:ze("WebGLInfo: Unknown draw mode:",o);break}}function s(){t.calls=0,t.triangles=0,t.points=0,t.lines=0}return{memory:e,render:t,programs:null,autoReset:!0,reset:s,update:i}}function Nb(n,e,t){let i=new WeakMap,s=new Tt;function r(o,a,c){let l=o.morphTargetInfluences,u=a.morphAttributes.position||a.morphAttributes.normal||a.morphAttributes.color,d=u!==void 0?u.length:0,h=i.get(a);if(h===void 0||h.count!==d){let L=function(){_.dispose(),i.delete(a),a.removeEventListener("dispose",L)};h!==void 0&&h.texture.dispose();let p=a.morphAttributes.position!==void 0,g=a.morphAttributes.normal!==void 0,y=a.morphAttributes.color!==void 0,x=a.morphAttributes.position||[],m=a.morphAttributes.normal||[],b=a.morphAttributes.color||[],M=0;p===!0&&(M=1),g===!0&&(M=2),y===!0&&(M=3);let v=a.attributes.position.count*M,E=1;v>e.maxTextureSize&&(E=Math.ceil(v/e.maxTextureSize),v=e.maxTextureSize);let T=new Float32Array(v*E*4*d),_=new Zo(T,v,E,d);_.type=jn,_.needsUpdate=!0;let S=M*4;for(let C=0;C<d;C++){let I=x[C],k=m[C],F=b[C],P=v*E*4*C;for(let G=0;G<I.count;G++){let X=G*S;p===!0&&(s.fromBufferAttribute(I,G),T[P+X+0]=s.x,T[P+X+1]=s.y,T[P+X+2]=s.z,T[P+X+3]=0),g===!0&&(s.fromBufferAttribute(k,G),T[P+X+4]=s.x,T[P+X+5]=s.y,T[P+X+6]=s.z,T[P+X+7]=0),y===!0&&(s.fromBufferAttribute(F,G),T[P+X+8]=s.x,T[P+X+9]=s.y,T[P+X+10]=s.z,T[P+X+11]=F.itemSize===4?s.w:1)}}h={count:d,texture:_,size:new Ne(v,E)},i.set(a,h),a.addEventListener("dispose",L)}if(o.isInstancedMesh===!0&&o.morphTexture!==null)c.getUniforms().setValue(n,"morphTexture",o.morphTexture,t);else{let p=0;for(let y=0;y<l.length;y++)p+=l[y];let g=a.morphTargetsRelative?1:1-p;c.getUniforms().setValue(n,"morphTargetBaseInfluence",g),c.getUniforms().setValue(n,"morphTargetInfluences",l)}c.getUniforms().setValue(n,"morphTargetsTexture",h.texture,t),c.getUniforms().setValue(n,"morphTargetsTextureSize",h.size)}return{update:r}}function Db(n,e,t,i,s){let r=new WeakMap;function o(l){let u=s.render.frame,d=l.geometry,h=e.get(l,d);if(r.get(h)!==u&&(e.update(h),r.set(h,u)),l.isInstancedMesh&&(l.hasEventListener("dispose",c)===!1&&l.addEventListener("dispose",c),r.get(l)!==u&&(t.update(l.instanceMatrix,n.ARRAY_BUFFER),l.instanceColor!==null&&t.update(l.instanceColor,n.ARRAY_BUFFER),r.set(l,u))),l.isSkinnedMesh){let p=l.skeleton;r.get(p)!==u&&(p.update(),r.set(p,u))}return h}function a(){r=new WeakMap}function c(l){let u=l.target;u.removeEventListener("dispose",c),i.releaseStatesOfObject(u),t.remove(u.instanceMatrix),u.instanceColor!==null&&t.remove(u.instanceColor)}return{update:o,dispose:a}}var Ub={[Gh]:"LINEAR_TONE_MAPPING",[Wh]:"REINHARD_TONE_MAPPING",[Xh]:"CINEON_TONE_MAPPING",[qh]:"ACES_FILMIC_TONE_MAPPING",[Yh]:"AGX_TONE_MAPPING",[Aa]:"NEUTRAL_TONE_MAPPING",[$h]:"CUSTOM_TONE_MAPPING"};function kb(n,e,t,i,s,r){let o=new On(e,t,{type:n,depthBuffer:s,stencilBuffer:r,samples:i?4:0,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,resolveDepthBuffer:!1,resolveStencilBuffer:!1}),a=null,c=null,l=null,u=new Nt;u.setAttribute("position",new ht([-1,3,0,-1,-1,0,3,-1,0],3)),u.setAttribute("uv",new ht([0,2,0,0,2,0],2));let d=new Jl({uniforms:{tDiffuse:{value:null}},vertexShader:`
			precision highp float;

			uniform mat4 modelViewMatrix;
			uniform mat4 projectionMatrix;

			attribute vec3 position;
			attribute vec2 uv;

			varying vec2 vUv;

			void main() {
				vUv = uv;
				gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
			}`,fragmentShader:`
			precision highp float;

			uniform sampler2D tDiffuse;

			varying vec2 vUv;

			#include <tonemapping_pars_fragment>
			#include <colorspace_pars_fragment>

			void main() {
				gl_FragColor = texture2D( tDiffuse, vUv );

				#ifdef LINEAR_TONE_MAPPING
					gl_FragColor.rgb = LinearToneMapping( gl_FragColor.rgb );
				#elif defined( REINHARD_TONE_MAPPING )
					gl_FragColor.rgb = ReinhardToneMapping( gl_FragColor.rgb );
				#elif defined( CINEON_TONE_MAPPING )
					gl_FragColor.rgb = CineonToneMapping( gl_FragColor.rgb );
				#elif defined( ACES_FILMIC_TONE_MAPPING )
					gl_FragColor.rgb = ACESFilmicToneMapping( gl_FragColor.rgb );
				#elif defined( AGX_TONE_MAPPING )
					gl_FragColor.rgb = AgXToneMapping( gl_FragColor.rgb );
				#elif defined( NEUTRAL_TONE_MAPPING )
					gl_FragColor.rgb = NeutralToneMapping( gl_FragColor.rgb );
				#elif defined( CUSTOM_TONE_MAPPING )
					gl_FragColor.rgb = CustomToneMapping( gl_FragColor.rgb );
				#endif

				#ifdef SRGB_TRANSFER
					gl_FragColor = sRGBTransferOETF( gl_FragColor );
				#endif
			}`,depthTest:!1,depthWrite:!1}),h=new mt(u,d),p=new wi(-1,1,1,-1,0,1),g=null,y=null,x=!1,m,b=null,M=[],v=!1;this.setSize=function(E,T){o.setSize(E,T),a!==null&&a.setSize(E,T),c!==null&&c.setSize(E,T);for(let _=0;_<M.length;_++){let S=M[_];S.setSize&&S.setSize(E,T)}},this.setEffects=function(E){M=E,v=M.length>0&&M[0].isRenderPass===!0;let T=o.width,_=o.height;M.length>0&&a===null&&(a=new On(T,_,{type:Ei,depthBuffer:!1,stencilBuffer:!1}),c=new On(T,_,{type:Ei,depthBuffer:!1,stencilBuffer:!1}));let S=s===!0&&M.some(L=>L.needsDepthTexture===!0);S!==(o.depthTexture!==null)&&(S===!0&&l===null&&(l=new rs(T,_),r===!0&&(l.format=hs,l.type=vr)),o.dispose(),o.depthTexture=S?l:null,o.resolveDepthBuffer=S,o.storeMultisampledDepthBuffer=S);for(let L=0;L<M.length;L++){let C=M[L];C.setSize&&C.setSize(T,_),S&&C.needsDepthTexture===!0&&C.setDepthTexture&&C.setDepthTexture(l)}},this.begin=function(E,T){if(x||E.toneMapping===ui&&M.length===0)return!1;if(b=T,T!==null){let _=T.width,S=T.height;(o.width!==_||o.height!==S)&&this.setSize(_,S)}return v===!1&&E.setRenderTarget(o),m=E.toneMapping,E.toneMapping=ui,!0},this.hasRenderPass=function(){return v},this.end=function(E,T){E.toneMapping=m,x=!0;let _=o,S=a;for(let L=0;L<M.length;L++){let C=M[L];C.enabled!==!1&&(C.render(E,S,_,T),C.needsSwap!==!1&&(_=S,S=S===a?c:a))}if(g!==E.outputColorSpace||y!==E.toneMapping){g=E.outputColorSpace,y=E.toneMapping,d.defines={},et.getTransfer(g)===yt&&(d.defines.SRGB_TRANSFER="");let L=Ub[y];L&&(d.defines[L]=""),d.needsUpdate=!0}d.uniforms.tDiffuse.value=_.texture,E.setRenderTarget(b),E.render(h,p),b=null,x=!1},this.isCompositing=function(){return x},this.dispose=function(){o.dispose(),a!==null&&a.dispose(),c!==null&&c.dispose(),u.dispose(),d.dispose()}}var Wg=new ln,Xg=new rs(1,1),qg=new oa(1),$g=new Zo,Yg=new Yl,Kg=new ra,Sg=[],wg=[],Tg=new Float32Array(16),Eg=new Float32Array(9),Ag=new Float32Array(4);function _o(n,e,t){let i=n[0];if(i<=0||i>0)return n;let s=e*t,r=Sg[s];if(r===void 0&&(r=new Float32Array(s),Sg[s]=r),e!==0){i.toArray(r,0);for(let o=1,a=0;o!==e;++o)a+=t,n[o].toArray(r,a)}return r}function un(n,e){if(n.length!==e.length)return!1;for(let t=0,i=n.length;t<i;t++)if(n[t]!==e[t])return!1;return!0}function hn(n,e){for(let t=0,i=e.length;t<i;t++)n[t]=e[t]}function Jc(n,e){let t=wg[e];t===void 0&&(t=new Int32Array(e),wg[e]=t);for(let i=0;i!==e;++i)t[i]=n.allocateTextureUnit();return t}function Ob(n,e){let t=this.cache;t[0]!==e&&(n.uniform1f(this.addr,e),t[0]=e)}function Fb(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(n.uniform2f(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(un(t,e))return;n.uniform2fv(this.addr,e),hn(t,e)}}function Bb(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(n.uniform3f(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else if(e.r!==void 0)(t[0]!==e.r||t[1]!==e.g||t[2]!==e.b)&&(n.uniform3f(this.addr,e.r,e.g,e.b),t[0]=e.r,t[1]=e.g,t[2]=e.b);else{if(un(t,e))return;n.uniform3fv(this.addr,e),hn(t,e)}}function zb(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(n.uniform4f(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(un(t,e))return;n.uniform4fv(this.addr,e),hn(t,e)}}function Vb(n,e){let t=this.cache,i=e.elements;if(i===void 0){if(un(t,e))return;n.uniformMatrix2fv(this.addr,!1,e),hn(t,e)}else{if(un(t,i))return;Ag.set(i),n.uniformMatrix2fv(this.addr,!1,Ag),hn(t,i)}}function Hb(n,e){let t=this.cache,i=e.elements;if(i===void 0){if(un(t,e))return;n.uniformMatrix3fv(this.addr,!1,e),hn(t,e)}else{if(un(t,i))return;Eg.set(i),n.uniformMatrix3fv(this.addr,!1,Eg),hn(t,i)}}function Gb(n,e){let t=this.cache,i=e.elements;if(i===void 0){if(un(t,e))return;n.uniformMatrix4fv(this.addr,!1,e),hn(t,e)}else{if(un(t,i))return;Tg.set(i),n.uniformMatrix4fv(this.addr,!1,Tg),hn(t,i)}}function Wb(n,e){let t=this.cache;t[0]!==e&&(n.uniform1i(this.addr,e),t[0]=e)}function Xb(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(n.uniform2i(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(un(t,e))return;n.uniform2iv(this.addr,e),hn(t,e)}}function qb(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(n.uniform3i(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(un(t,e))return;n.uniform3iv(this.addr,e),hn(t,e)}}function $b(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(n.uniform4i(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(un(t,e))return;n.uniform4iv(this.addr,e),hn(t,e)}}function Yb(n,e){let t=this.cache;t[0]!==e&&(n.uniform1ui(this.addr,e),t[0]=e)}function Kb(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(n.uniform2ui(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(un(t,e))return;n.uniform2uiv(this.addr,e),hn(t,e)}}function jb(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(n.uniform3ui(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(un(t,e))return;n.uniform3uiv(this.addr,e),hn(t,e)}}function Zb(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(n.uniform4ui(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(un(t,e))return;n.uniform4uiv(this.addr,e),hn(t,e)}}function Qc(n){return n.version===0&&(n.compareFunction=rd,n.needsUpdate=!0),n}function Jb(n,e,t){let i=this.cache,s=t.allocateTextureUnit();i[0]!==s&&(n.uniform1i(this.addr,s),i[0]=s);let r;this.type===n.SAMPLER_2D_SHADOW?r=Qc(Xg):r=Wg,t.setTexture2D(e||r,s)}function Qb(n,e,t){let i=this.cache,s=t.allocateTextureUnit();i[0]!==s&&(n.uniform1i(this.addr,s),i[0]=s),t.setTexture3D(e||Yg,s)}function eM(n,e,t){let i=this.cache,s=t.allocateTextureUnit();i[0]!==s&&(n.uniform1i(this.addr,s),i[0]=s);let r;this.type===n.SAMPLER_CUBE_SHADOW?r=Qc(qg):r=Kg,t.setTextureCube(e||r,s)}function tM(n,e,t){let i=this.cache,s=t.allocateTextureUnit();i[0]!==s&&(n.uniform1i(this.addr,s),i[0]=s),t.setTexture2DArray(e||$g,s)}function nM(n){switch(n){case 5126:return Ob;case 35664:return Fb;case 35665:return Bb;case 35666:return zb;case 35674:return Vb;case 35675:return Hb;case 35676:return Gb;case 5124:case 35670:return Wb;case 35667:case 35671:return Xb;case 35668:case 35672:return qb;case 35669:case 35673:return $b;case 5125:return Yb;case 36294:return Kb;case 36295:return jb;case 36296:return Zb;case 35678:case 36198:case 36298:case 36306:case 35682:return Jb;case 35679:case 36299:case 36307:return Qb;case 35680:case 36300:case 36308:case 36293:return eM;case 36289:case 36303:case 36311:case 36292:return tM}}function iM(n,e){n.uniform1fv(this.addr,e)}function sM(n,e){let t=_o(e,this.size,2);n.uniform2fv(this.addr,t)}function rM(n,e){let t=_o(e,this.size,3);n.uniform3fv(this.addr,t)}function oM(n,e){let t=_o(e,this.size,4);n.uniform4fv(this.addr,t)}function aM(n,e){let t=_o(e,this.size,4);n.uniformMatrix2fv(this.addr,!1,t)}function lM(n,e){let t=_o(e,this.size,9);n.uniformMatrix3fv(this.addr,!1,t)}function cM(n,e){let t=_o(e,this.size,16);n.uniformMatrix4fv(this.addr,!1,t)}function uM(n,e){n.uniform1iv(this.addr,e)}function hM(n,e){n.uniform2iv(this.addr,e)}function dM(n,e){n.uniform3iv(this.addr,e)}function fM(n,e){n.uniform4iv(this.addr,e)}function pM(n,e){n.uniform1uiv(this.addr,e)}function mM(n,e){n.uniform2uiv(this.addr,e)}function gM(n,e){n.uniform3uiv(this.addr,e)}function xM(n,e){n.uniform4uiv(this.addr,e)}function _M(n,e,t){let i=this.cache,s=e.length,r=Jc(t,s);un(i,r)||(n.uniform1iv(this.addr,r),hn(i,r));let o;this.type===n.SAMPLER_2D_SHADOW?o=Qc(Xg):o=Wg;for(let a=0;a!==s;++a)t.setTexture2D(e[a]||o,r[a])}function vM(n,e,t){let i=this.cache,s=e.length,r=Jc(t,s);un(i,r)||(n.uniform1iv(this.addr,r),hn(i,r));for(let o=0;o!==s;++o)t.setTexture3D(e[o]||Yg,r[o])}function yM(n,e,t){let i=this.cache,s=e.length,r=Jc(t,s);un(i,r)||(n.uniform1iv(this.addr,r),hn(i,r));let o;this.type===n.SAMPLER_CUBE_SHADOW?o=Qc(qg):o=Kg;for(let a=0;a!==s;++a)t.setTextureCube(e[a]||o,r[a])}function bM(n,e,t){let i=this.cache,s=e.length,r=Jc(t,s);un(i,r)||(n.uniform1iv(this.addr,r),hn(i,r));for(let o=0;o!==s;++o)t.setTexture2DArray(e[o]||$g,r[o])}function MM(n){switch(n){case 5126:return iM;case 35664:return sM;case 35665:return rM;case 35666:return oM;case 35674:return aM;case 35675:return lM;case 35676:return cM;case 5124:case 35670:return uM;case 35667:case 35671:return hM;case 35668:case 35672:return dM;case 35669:case 35673:return fM;case 5125:return pM;case 36294:return mM;case 36295:return gM;case 36296:return xM;case 35678:case 36198:case 36298:case 36306:case 35682:return _M;case 35679:case 36299:case 36307:return vM;case 35680:case 36300:case 36308:case 36293:return yM;case 36289:case 36303:case 36311:case 36292:return bM}}var _d=class{constructor(e,t,i){this.id=e,this.addr=i,this.cache=[],this.type=t.type,this.setValue=nM(t.type)}},vd=class{constructor(e,t,i){this.id=e,this.addr=i,this.cache=[],this.type=t.type,this.size=t.size,this.setValue=MM(t.type)}},yd=class{constructor(e){this.id=e,this.seq=[],this.map={}}setValue(e,t,i){let s=this.seq;for(let r=0,o=s.length;r!==o;++r){let a=s[r];a.setValue(e,t[a.id],i)}}},gd=/(\w+)(\])?(\[|\.)?/g;function Rg(n,e){n.seq.push(e),n.map[e.id]=e}function SM(n,e,t){let i=n.name,s=i.length;for(gd.lastIndex=0;;){let r=gd.exec(i),o=gd.lastIndex,a=r[1],c=r[2]==="]",l=r[3];if(c&&(a=a|0),l===void 0||l==="["&&o+2===s){Rg(t,l===void 0?new _d(a,n,e):new vd(a,n,e));break}else{let d=t.map[a];d===void 0&&(d=new yd(a),Rg(t,d)),t=d}}}var go=class{constructor(e,t){this.seq=[],this.map={};let i=e.getProgramParameter(t,e.ACTIVE_UNIFORMS);for(let o=0;o<i;++o){let a=e.getActiveUniform(t,o),c=e.getUniformLocation(t,a.name);SM(a,c,this)}let s=[],r=[];for(let o of this.seq)o.type===e.SAMPLER_2D_SHADOW||o.type===e.SAMPLER_CUBE_SHADOW||o.type===e.SAMPLER_2D_ARRAY_SHADOW?s.push(o):r.push(o);s.length>0&&(this.seq=s.concat(r))}setValue(e,t,i,s){let r=this.map[t];r!==void 0&&r.setValue(e,i,s)}setOptional(e,t,i){let s=t[i];s!==void 0&&this.setValue(e,i,s)}static upload(e,t,i,s){for(let r=0,o=t.length;r!==o;++r){let a=t[r],c=i[a.id];c.needsUpdate!==!1&&a.setValue(e,c.value,s)}}static seqWithValue(e,t){let i=[];for(let s=0,r=e.length;s!==r;++s){let o=e[s];o.id in t&&i.push(o)}return i}};function Cg(n,e,t){let i=n.createShader(e);return n.shaderSource(i,t),n.compileShader(i),i}var wM=37297,TM=0;function EM(n,e){let t=n.split(`
`),i=[],s=Math.max(e-6,0),r=Math.min(e+6,t.length);for(let o=s;o<r;o++){let a=o+1;i.push(`${a===e?">":" "} ${a}: ${t[o]}`)}return i.join(`
`)}var Pg=new He;function AM(n){et._getMatrix(Pg,et.workingColorSpace,n);let e=`mat3( ${Pg.elements.map(t=>t.toFixed(4))} )`;switch(et.getTransfer(n)){case Ko:return[e,"LinearTransferOETF"];case yt:return[e,"sRGBTransferOETF"];default:return Ie("WebGLProgram: Unsupported color space: ",n),[e,"LinearTransferOETF"]}}function Ig(n,e,t){let i=n.getShaderParameter(e,n.COMPILE_STATUS),r=(n.getShaderInfoLog(e)||"").trim();if(i&&r==="")return"";let o=/ERROR: 0:(\d+)/.exec(r);if(o){let a=parseInt(o[1]);return t.toUpperCase()+`

`+r+`

`+EM(n.getShaderSource(e),a)}else return r}function RM(n,e){let t=AM(e);return[`vec4 ${n}( vec4 value ) {`,`	return ${t[1]}( vec4( ${t[0]} * value.rgb, value.a ) );`,"}"].join(`
`)}var CM={[Gh]:"Linear",[Wh]:"Reinhard",[Xh]:"Cineon",[qh]:"ACESFilmic",[Yh]:"AgX",[Aa]:"Neutral",[$h]:"Custom"};function PM(n,e){let t=CM[e];return t===void 0?(Ie("WebGLProgram: Unsupported toneMapping:",e),"vec3 "+n+"( vec3 color ) { return LinearToneMapping( color ); }"):"vec3 "+n+"( vec3 color ) { return "+t+"ToneMapping( color ); }"}var jc=new U;function IM(){et.getLuminanceCoefficients(jc);let n=jc.x.toFixed(4),e=jc.y.toFixed(4),t=jc.z.toFixed(4);return["float luminance( const in vec3 rgb ) {",`	const vec3 weights = vec3( ${n}, ${e}, ${t} );`,"	return dot( weights, rgb );","}"].join(`
`)}function LM(n){return[n.extensionClipCullDistance?"#extension GL_ANGLE_clip_cull_distance : require":"",n.extensionMultiDraw?"#extension GL_ANGLE_multi_draw : require":""].filter(ka).join(`
`)}function NM(n){let e=[];for(let t in n){let i=n[t];i!==!1&&e.push("#define "+t+" "+i)}return e.join(`
`)}function DM(n,e){let t={},i=n.getProgramParameter(e,n.ACTIVE_ATTRIBUTES);for(let s=0;s<i;s++){let r=n.getActiveAttrib(e,s),o=r.name,a=1;r.type===n.FLOAT_MAT2&&(a=2),r.type===n.FLOAT_MAT3&&(a=3),r.type===n.FLOAT_MAT4&&(a=4),t[o]={type:r.type,location:n.getAttribLocation(e,o),locationSize:a}}return t}function ka(n){return n!==""}function Lg(n,e){let t=e.numSpotLightShadows+e.numSpotLightMaps-e.numSpotLightShadowsWithMaps;return n.replace(/NUM_SUN_LIGHTS/g,e.numSunLights).replace(/NUM_DIR_LIGHTS/g,e.numDirLights).replace(/NUM_SPOT_LIGHTS/g,e.numSpotLights).replace(/NUM_SPOT_LIGHT_MAPS/g,e.numSpotLightMaps).replace(/NUM_SPOT_LIGHT_COORDS/g,t).replace(/NUM_RECT_AREA_LIGHTS/g,e.numRectAreaLights).replace(/NUM_POINT_LIGHTS/g,e.numPointLights).replace(/NUM_HEMI_LIGHTS/g,e.numHemiLights).replace(/NUM_SUN_LIGHT_SHADOWS/g,e.numSunLightShadows).replace(/NUM_DIR_LIGHT_SHADOWS/g,e.numDirLightShadows).replace(/NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS/g,e.numSpotLightShadowsWithMaps).replace(/NUM_SPOT_LIGHT_SHADOWS/g,e.numSpotLightShadows).replace(/NUM_POINT_LIGHT_SHADOWS/g,e.numPointLightShadows).replace(/NUM_LIGHT_PROBE_GRIDS/g,e.numLightProbeGrids)}function Ng(n,e){return n.replace(/NUM_CLIPPING_PLANES/g,e.numClippingPlanes).replace(/UNION_CLIPPING_PLANES/g,e.numClippingPlanes-e.numClipIntersection)}var UM=/^[ \t]*#include +<([\w\d./]+)>/gm;function bd(n){return n.replace(UM,kM)}function kM(n,e){let t=Ze[e];if(t===void 0)throw new Error("THREE.WebGLProgram: Can not resolve #include <"+e+">");return bd(t)}var OM=/#pragma unroll_loop_start\s+for\s*\(\s*int\s+i\s*=\s*(\d+)\s*;\s*i\s*<\s*(\d+)\s*;\s*i\s*\+\+\s*\)\s*{([\s\S]+?)}\s+#pragma unroll_loop_end/g;function Dg(n){return n.replace(OM,FM)}function FM(n,e,t,i){let s="";for(let r=parseInt(e);r<parseInt(t);r++)s+=i.replace(/\[\s*i\s*\]/g,"[ "+r+" ]").replace(/UNROLLED_LOOP_INDEX/g,r);return s}function Ug(n){let e=`precision ${n.precision} float;
	precision ${n.precision} int;
	precision ${n.precision} sampler2D;
	precision ${n.precision} samplerCube;
	precision ${n.precision} sampler3D;
	precision ${n.precision} sampler2DArray;
	precision ${n.precision} sampler2DShadow;
	precision ${n.precision} samplerCubeShadow;
	precision ${n.precision} sampler2DArrayShadow;
	precision ${n.precision} isampler2D;
	precision ${n.precision} isampler3D;
	precision ${n.precision} isamplerCube;
	precision ${n.precision} isampler2DArray;
	precision ${n.precision} usampler2D;
	precision ${n.precision} usampler3D;
	precision ${n.precision} usamplerCube;
	precision ${n.precision} usampler2DArray;
	`;return n.precision==="highp"?e+=`
#define HIGH_PRECISION`:n.precision==="mediump"?e+=`
#define MEDIUM_PRECISION`:n.precision==="lowp"&&(e+=`
#define LOW_PRECISION`),e}var BM={[Ta]:"SHADOWMAP_TYPE_PCF",[co]:"SHADOWMAP_TYPE_VSM"};function zM(n){return BM[n.shadowMapType]||"SHADOWMAP_TYPE_BASIC"}var VM={[ho]:"ENVMAP_MODE_REFRACTION"};function HM(n){return n.envMap===!1?"ENVMAP_MODE_REFLECTION":VM[n.envMapMode]||"ENVMAP_MODE_REFLECTION"}var GM={[Ea]:"ENVMAP_BLENDING_MULTIPLY",[Qm]:"ENVMAP_BLENDING_MIX",[eg]:"ENVMAP_BLENDING_ADD"};function WM(n){return n.envMap===!1?"ENVMAP_BLENDING_NONE":GM[n.combine]||"ENVMAP_BLENDING_NONE"}function XM(n,e,t,i){let s=n.getContext(),r=t.defines,o=t.vertexShader,a=t.fragmentShader,c=zM(t),l=t.envMapPMREM===!0?"ENVMAP_TYPE_PMREM":"ENVMAP_TYPE_CUBE",u=HM(t),d=WM(t),h=LM(t),p=NM(r),g=s.createProgram(),y,x,m=t.glslVersion?"#version "+t.glslVersion+`
`:"";t.isRawShaderMaterial?(y=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,p].filter(ka).join(`
`),y.length>0&&(y+=`
`),x=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,p].filter(ka).join(`
`),x.length>0&&(x+=`
`)):(y=[Ug(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,p,t.extensionClipCullDistance?"#define USE_CLIP_DISTANCE":"",t.batching?"#define USE_BATCHING":"",t.batchingColor?"#define USE_BATCHING_COLOR":"",t.instancing?"#define USE_INSTANCING":"",t.instancingColor?"#define USE_INSTANCING_COLOR":"",t.instancingMorph?"#define USE_INSTANCING_MORPH":"",t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.map?"#define USE_MAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+u:"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.displacementMap?"#define USE_DISPLACEMENTMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.mapUv?"#define MAP_UV "+t.mapUv:"",t.alphaMapUv?"#define ALPHAMAP_UV "+t.alphaMapUv:"",t.lightMapUv?"#define LIGHTMAP_UV "+t.lightMapUv:"",t.aoMapUv?"#define AOMAP_UV "+t.aoMapUv:"",t.emissiveMapUv?"#define EMISSIVEMAP_UV "+t.emissiveMapUv:"",t.bumpMapUv?"#define BUMPMAP_UV "+t.bumpMapUv:"",t.normalMapUv?"#define NORMALMAP_UV "+t.normalMapUv:"",t.displacementMapUv?"#define DISPLACEMENTMAP_UV "+t.displacementMapUv:"",t.metalnessMapUv?"#define METALNESSMAP_UV "+t.metalnessMapUv:"",t.roughnessMapUv?"#define ROUGHNESSMAP_UV "+t.roughnessMapUv:"",t.anisotropyMapUv?"#define ANISOTROPYMAP_UV "+t.anisotropyMapUv:"",t.clearcoatMapUv?"#define CLEARCOATMAP_UV "+t.clearcoatMapUv:"",t.clearcoatNormalMapUv?"#define CLEARCOAT_NORMALMAP_UV "+t.clearcoatNormalMapUv:"",t.clearcoatRoughnessMapUv?"#define CLEARCOAT_ROUGHNESSMAP_UV "+t.clearcoatRoughnessMapUv:"",t.diffuseRoughnessMapUv?"#define DIFFUSE_ROUGHNESSMAP_UV "+t.diffuseRoughnessMapUv:"",t.iridescenceMapUv?"#define IRIDESCENCEMAP_UV "+t.iridescenceMapUv:"",t.iridescenceThicknessMapUv?"#define IRIDESCENCE_THICKNESSMAP_UV "+t.iridescenceThicknessMapUv:"",t.sheenColorMapUv?"#define SHEEN_COLORMAP_UV "+t.sheenColorMapUv:"",t.sheenRoughnessMapUv?"#define SHEEN_ROUGHNESSMAP_UV "+t.sheenRoughnessMapUv:"",t.specularMapUv?"#define SPECULARMAP_UV "+t.specularMapUv:"",t.specularColorMapUv?"#define SPECULAR_COLORMAP_UV "+t.specularColorMapUv:"",t.specularIntensityMapUv?"#define SPECULAR_INTENSITYMAP_UV "+t.specularIntensityMapUv:"",t.transmissionMapUv?"#define TRANSMISSIONMAP_UV "+t.transmissionMapUv:"",t.thicknessMapUv?"#define THICKNESSMAP_UV "+t.thicknessMapUv:"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexNormals?"#define HAS_NORMAL":"",t.vertexColors?"#define USE_COLOR":"",t.vertexAlphas?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.flatShading?"#define FLAT_SHADED":"",t.skinning?"#define USE_SKINNING":"",t.morphTargets?"#define USE_MORPHTARGETS":"",t.morphNormals&&t.flatShading===!1?"#define USE_MORPHNORMALS":"",t.morphColors?"#define USE_MORPHCOLORS":"",t.morphTargetsCount>0?"#define MORPHTARGETS_TEXTURE_STRIDE "+t.morphTextureStride:"",t.morphTargetsCount>0?"#define MORPHTARGETS_COUNT "+t.morphTargetsCount:"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+c:"",t.sizeAttenuation?"#define USE_SIZEATTENUATION":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 modelMatrix;","uniform mat4 modelViewMatrix;","uniform mat4 projectionMatrix;","uniform mat4 viewMatrix;","uniform mat3 normalMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;","#ifdef USE_INSTANCING","	attribute mat4 instanceMatrix;","#endif","#ifdef USE_INSTANCING_COLOR","	attribute vec3 instanceColor;","#endif","#ifdef USE_INSTANCING_MORPH","	uniform sampler2D morphTexture;","#endif","attribute vec3 position;","attribute vec3 normal;","attribute vec2 uv;","#ifdef USE_UV1","	attribute vec2 uv1;","#endif","#ifdef USE_UV2","	attribute vec2 uv2;","#endif","#ifdef USE_UV3","	attribute vec2 uv3;","#endif","#ifdef USE_TANGENT","	attribute vec4 tangent;","#endif","#if defined( USE_COLOR_ALPHA )","	attribute vec4 color;","#elif defined( USE_COLOR )","	attribute vec3 color;","#endif","#ifdef USE_SKINNING","	attribute vec4 skinIndex;","	attribute vec4 skinWeight;","#endif",`
`].filter(ka).join(`
`),x=[Ug(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,p,t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.alphaToCoverage?"#define ALPHA_TO_COVERAGE":"",t.map?"#define USE_MAP":"",t.matcap?"#define USE_MATCAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+l:"",t.envMap?"#define "+u:"",t.envMap?"#define "+d:"",t.envMapPMREM?"#define ENVMAP_MAX_LOD "+t.envMapMaxLod+".0":"",t.envMapPMREM?"#define ENVMAP_SIZE "+t.envMapSize+".0":"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.packedNormalMap?"#define USE_PACKED_NORMALMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoat?"#define USE_CLEARCOAT":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughness?"#define USE_DIFFUSE_ROUGHNESS":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.dispersion?"#define USE_DISPERSION":"",t.retroreflection?"#define USE_RETROREFLECTION":"",t.iridescence?"#define USE_IRIDESCENCE":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaTest?"#define USE_ALPHATEST":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.sheen?"#define USE_SHEEN":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexColors||t.instancingColor?"#define USE_COLOR":"",t.vertexAlphas||t.batchingColor?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.gradientMap?"#define USE_GRADIENTMAP":"",t.flatShading?"#define FLAT_SHADED":"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+c:"",t.premultipliedAlpha?"#define PREMULTIPLIED_ALPHA":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.decodeVideoTexture?"#define DECODE_VIDEO_TEXTURE":"",t.decodeVideoTextureEmissive?"#define DECODE_VIDEO_TEXTURE_EMISSIVE":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 viewMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;",t.toneMapping!==ui?"#define TONE_MAPPING":"",t.toneMapping!==ui?Ze.tonemapping_pars_fragment:"",t.toneMapping!==ui?PM("toneMapping",t.toneMapping):"",t.dithering?"#define DITHERING":"",t.opaque?"#define OPAQUE":"",Ze.colorspace_pars_fragment,RM("linearToOutputTexel",t.outputColorSpace),IM(),t.useDepthPacking?"#define DEPTH_PACKING "+t.depthPacking:"",`
`].filter(ka).join(`
`)),o=bd(o),o=Lg(o,t),o=Ng(o,t),a=bd(a),a=Lg(a,t),a=Ng(a,t),o=Dg(o),a=Dg(a),t.isRawShaderMaterial!==!0&&(m=`#version 300 es
`,y=[h,"#define attribute in","#define varying out","#define texture2D texture"].join(`
`)+`
`+y,x=["#define varying in",t.glslVersion===ad?"":"layout(location = 0) out highp vec4 pc_fragColor;",t.glslVersion===ad?"":"#define gl_FragColor pc_fragColor","#define gl_FragDepthEXT gl_FragDepth","#define texture2D texture","#define textureCube texture","#define texture2DProj textureProj","#define texture2DLodEXT textureLod","#define texture2DProjLodEXT textureProjLod","#define textureCubeLodEXT textureLod","#define texture2DGradEXT textureGrad","#define texture2DProjGradEXT textureProjGrad","#define textureCubeGradEXT textureGrad"].join(`
`)+`
`+x);let b=m+y+o,M=m+x+a,v=Cg(s,s.VERTEX_SHADER,b),E=Cg(s,s.FRAGMENT_SHADER,M);s.attachShader(g,v),s.attachShader(g,E),t.index0AttributeName!==void 0?s.bindAttribLocation(g,0,t.index0AttributeName):t.hasPositionAttribute===!0&&s.bindAttribLocation(g,0,"position"),s.linkProgram(g);function T(C){if(n.debug.checkShaderErrors){let I=s.getProgramInfoLog(g)||"",k=s.getShaderInfoLog(v)||"",F=s.getShaderInfoLog(E)||"",P=I.trim(),G=k.trim(),X=F.trim(),H=!0,ee=!0;if(s.getProgramParameter(g,s.LINK_STATUS)===!1)if(H=!1,typeof n.debug.onShaderError=="function")n.debug.onShaderError(s,g,v,E);else{let q=Ig(s,v,"vertex"),Q=Ig(s,E,"fragment");ze("WebGLProgram: Shader Error "+s.getError()+" - VALIDATE_STATUS "+s.getProgramParameter(g,s.VALIDATE_STATUS)+`

Material Name: `+C.name+`
Material Type: `+C.type+`

Program Info Log: `+P+`
`+q+`
`+Q)}else P!==""?Ie("WebGLProgram: Program Info Log:",P):(G===""||X==="")&&(ee=!1);ee&&(C.diagnostics={runnable:H,programLog:P,vertexShader:{log:G,prefix:y},fragmentShader:{log:X,prefix:x}})}s.deleteShader(v),s.deleteShader(E),_=new go(s,g),S=DM(s,g)}let _;this.getUniforms=function(){return _===void 0&&T(this),_};let S;this.getAttributes=function(){return S===void 0&&T(this),S};let L=t.rendererExtensionParallelShaderCompile===!1;return this.isReady=function(){return L===!1&&(L=s.getProgramParameter(g,wM)),L},this.destroy=function(){i.releaseStatesOfProgram(this),s.deleteProgram(g),this.program=void 0},this.type=t.shaderType,this.name=t.shaderName,this.id=TM++,this.cacheKey=e,this.usedTimes=1,this.program=g,this.vertexShader=v,this.fragmentShader=E,this}var qM=0,Md=class{constructor(){this.shaderCache=new Map,this.materialCache=new Map}update(e,t,i){let s=this._getShaderCacheForMaterial(e);return s.has(t)===!1&&(s.add(t),t.usedTimes++),s.has(i)===!1&&(s.add(i),i.usedTimes++),this}remove(e){let t=this.materialCache.get(e);for(let i of t)i.usedTimes--,i.usedTimes===0&&this.shaderCache.delete(i.code);return this.materialCache.delete(e),this}getVertexShaderStage(e){return this._getShaderStage(e.vertexShader)}getFragmentShaderStage(e){return this._getShaderStage(e.fragmentShader)}dispose(){this.shaderCache.clear(),this.materialCache.clear()}_getShaderCacheForMaterial(e){let t=this.materialCache,i=t.get(e);return i===void 0&&(i=new Set,t.set(e,i)),i}_getShaderStage(e){let t=this.shaderCache,i=t.get(e);return i===void 0&&(i=new Sd(e),t.set(e,i)),i}},Sd=class{constructor(e){this.id=qM++,this.code=e,this.usedTimes=0}};function $M(n){return n===Is||n===La||n===Na}function YM(n,e,t,i,s,r){let o=new Qr,a=new Md,c=new Set,l=[],u=new Map,d=i.logarithmicDepthBuffer,h={MeshDepthMaterial:"depth",MeshDistanceMaterial:"distance",MeshNormalMaterial:"normal",MeshBasicMaterial:"basic",MeshLambertMaterial:"lambert",MeshPhongMaterial:"phong",MeshToonMaterial:"toon",MeshStandardMaterial:"physical",MeshPhysicalMaterial:"physical",MeshMatcapMaterial:"matcap",LineBasicMaterial:"basic",LineDashedMaterial:"dashed",PointsMaterial:"points",ShadowMaterial:"shadow",SpriteMaterial:"sprite"};function p(_){return c.add(_),_===0?"uv":`uv${_}`}function g(_,S,L,C,I,k){let F=C.fog,P=I.geometry,G=_.isMeshStandardMaterial||_.isMeshLambertMaterial||_.isMeshPhongMaterial?C.environment:null,X=_.isMeshStandardMaterial||_.isMeshLambertMaterial&&!_.envMap||_.isMeshPhongMaterial&&!_.envMap,H=e.get(_.envMap||G,X),ee=h[_.type],q=i.precision;_.precision!==null&&(q=i.getMaxPrecision(_.precision),q!==_.precision&&Ie("WebGLProgram.getParameters:",_.precision,"not supported, using",q,"instead."));let Q=P.morphAttributes.position||P.morphAttributes.normal||P.morphAttributes.color,te=Q!==void 0?Q.length:0,Ee=0;P.morphAttributes.position!==void 0&&(Ee=1),P.morphAttributes.normal!==void 0&&(Ee=2),P.morphAttributes.color!==void 0&&(Ee=3);let De,K,xe,Se;if(ee){let me=Bi[ee];De=me.vertexShader,K=me.fragmentShader}else{De=_.vertexShader,K=_.fragmentShader;let me=a.getVertexShaderStage(_),Mt=a.getFragmentShaderStage(_);a.update(_,me,Mt),xe=me.id,Se=Mt.id}let Oe=n.getRenderTarget(),ye=n.state.buffers.depth.getReversed(),qe=I.isInstancedMesh===!0,jt=I.isBatchedMesh===!0,Be=!!_.map,bt=!!_.matcap,Ct=!!H,rt=Ct&&H.isPMREMTexture===!0,vn=!!_.aoMap,nn=!!_.lightMap,Vn=!!_.bumpMap&&_.wireframe===!1,Ft=!!_.normalMap,Ci=!!_.displacementMap,fn=!!_.emissiveMap,Zn=!!_.metalnessMap,Jn=!!_.roughnessMap,Qn=_.anisotropy>0,O=_.clearcoat>0,ei=_.diffuseRoughness>0,Ut=_.dispersion>0,kt=_.retroreflectivity>0,fe=_.iridescence>0,sn=_.sheen>0,Fe=_.transmission>0,Ge=Qn&&!!_.anisotropyMap,R=O&&!!_.clearcoatMap,w=O&&!!_.clearcoatNormalMap,z=O&&!!_.clearcoatRoughnessMap,ie=ei&&!!_.diffuseRoughnessMap,J=fe&&!!_.iridescenceMap,oe=fe&&!!_.iridescenceThicknessMap,he=sn&&!!_.sheenColorMap,Y=sn&&!!_.sheenRoughnessMap,j=!!_.specularMap,le=!!_.specularColorMap,N=!!_.specularIntensityMap,Z=Fe&&!!_.transmissionMap,$=Fe&&!!_.thicknessMap,ce=!!_.gradientMap,re=!!_.alphaMap,ae=_.alphaTest>0,Le=!!_.alphaHash,Ke=!!_.extensions,se=ui;_.toneMapped&&(Oe===null||Oe.isXRRenderTarget===!0)&&(se=n.toneMapping);let Ue=rt?H.isCompressedCubeTexture?H.image[0].mipmaps:H.mipmaps:null,Ye={shaderID:ee,shaderType:_.type,shaderName:_.name,vertexShader:De,fragmentShader:K,defines:_.defines,customVertexShaderID:xe,customFragmentShaderID:Se,isRawShaderMaterial:_.isRawShaderMaterial===!0,glslVersion:_.glslVersion,precision:q,batching:jt,batchingColor:jt&&I._colorsTexture!==null,instancing:qe,instancingColor:qe&&I.instanceColor!==null,instancingMorph:qe&&I.morphTexture!==null,outputColorSpace:Oe===null?n.outputColorSpace:Oe.isXRRenderTarget===!0?Oe.texture.colorSpace:et.workingColorSpace,alphaToCoverage:!!_.alphaToCoverage,map:Be,matcap:bt,envMap:Ct,envMapMode:Ct&&H.mapping,envMapPMREM:rt,envMapMaxLod:rt?Ue.length-1:null,envMapSize:rt?Ue[0].width:null,aoMap:vn,lightMap:nn,bumpMap:Vn,normalMap:Ft,displacementMap:Ci,emissiveMap:fn,normalMapObjectSpace:Ft&&_.normalMapType===sg,normalMapTangentSpace:Ft&&_.normalMapType===Ls,packedNormalMap:Ft&&_.normalMapType===Ls&&$M(_.normalMap.format),metalnessMap:Zn,roughnessMap:Jn,anisotropy:Qn,anisotropyMap:Ge,clearcoat:O,clearcoatMap:R,clearcoatNormalMap:w,clearcoatRoughnessMap:z,diffuseRoughness:ei,diffuseRoughnessMap:ie,dispersion:Ut,retroreflection:kt,iridescence:fe,iridescenceMap:J,iridescenceThicknessMap:oe,sheen:sn,sheenColorMap:he,sheenRoughnessMap:Y,specularMap:j,specularColorMap:le,specularIntensityMap:N,transmission:Fe,transmissionMap:Z,thicknessMap:$,gradientMap:ce,opaque:_.transparent===!1&&_.blending===uo&&_.alphaToCoverage===!1,alphaMap:re,alphaTest:ae,alphaHash:Le,combine:_.combine,mapUv:Be&&p(_.map.channel),aoMapUv:vn&&p(_.aoMap.channel),lightMapUv:nn&&p(_.lightMap.channel),bumpMapUv:Vn&&p(_.bumpMap.channel),normalMapUv:Ft&&p(_.normalMap.channel),displacementMapUv:Ci&&p(_.displacementMap.channel),emissiveMapUv:fn&&p(_.emissiveMap.channel),metalnessMapUv:Zn&&p(_.metalnessMap.channel),roughnessMapUv:Jn&&p(_.roughnessMap.channel),anisotropyMapUv:Ge&&p(_.anisotropyMap.channel),clearcoatMapUv:R&&p(_.clearcoatMap.channel),clearcoatNormalMapUv:w&&p(_.clearcoatNormalMap.channel),clearcoatRoughnessMapUv:z&&p(_.clearcoatRoughnessMap.channel),diffuseRoughnessMapUv:ie&&p(_.diffuseRoughnessMap.channel),iridescenceMapUv:J&&p(_.iridescenceMap.channel),iridescenceThicknessMapUv:oe&&p(_.iridescenceThicknessMap.channel),sheenColorMapUv:he&&p(_.sheenColorMap.channel),sheenRoughnessMapUv:Y&&p(_.sheenRoughnessMap.channel),specularMapUv:j&&p(_.specularMap.channel),specularColorMapUv:le&&p(_.specularColorMap.channel),specularIntensityMapUv:N&&p(_.specularIntensityMap.channel),transmissionMapUv:Z&&p(_.transmissionMap.channel),thicknessMapUv:$&&p(_.thicknessMap.channel),alphaMapUv:re&&p(_.alphaMap.channel),vertexTangents:!!P.attributes.tangent&&(Ft||Qn),vertexNormals:!!P.attributes.normal,vertexColors:_.vertexColors,vertexAlphas:_.vertexColors===!0&&!!P.attributes.color&&P.attributes.color.itemSize===4,pointsUvs:I.isPoints===!0&&!!P.attributes.uv&&(Be||re),fog:!!F,useFog:_.fog===!0,fogExp2:!!F&&F.isFogExp2,flatShading:_.wireframe===!1&&(_.flatShading===!0||P.attributes.normal===void 0&&Ft===!1&&(_.isMeshLambertMaterial||_.isMeshPhongMaterial||_.isMeshStandardMaterial||_.isMeshPhysicalMaterial)),sizeAttenuation:_.sizeAttenuation===!0,logarithmicDepthBuffer:d,reversedDepthBuffer:ye,skinning:I.isSkinnedMesh===!0,hasPositionAttribute:P.attributes.position!==void 0,morphTargets:P.morphAttributes.position!==void 0,morphNormals:P.morphAttributes.normal!==void 0,morphColors:P.morphAttributes.color!==void 0,morphTargetsCount:te,morphTextureStride:Ee,numSunLights:S.sun.length,numDirLights:S.directional.length,numPointLights:S.point.length,numSpotLights:S.spot.length,numSpotLightMaps:S.spotLightMap.length,numRectAreaLights:S.rectArea.length,numHemiLights:S.hemi.length,numSunLightShadows:S.sunShadowMap.length,numDirLightShadows:S.directionalShadowMap.length,numPointLightShadows:S.pointShadowMap.length,numSpotLightShadows:S.spotShadowMap.length,numSpotLightShadowsWithMaps:S.numSpotLightShadowsWithMaps,numLightProbes:S.numLightProbes,numLightProbeGrids:k.filter(me=>me.texture!==null).length,numClippingPlanes:r.numPlanes,numClipIntersection:r.numIntersection,dithering:_.dithering,shadowMapEnabled:n.shadowMap.enabled&&L.length>0,shadowMapType:n.shadowMap.type,toneMapping:se,decodeVideoTexture:Be&&_.map.isVideoTexture===!0&&et.getTransfer(_.map.colorSpace)===yt,decodeVideoTextureEmissive:fn&&_.emissiveMap.isVideoTexture===!0&&et.getTransfer(_.emissiveMap.colorSpace)===yt,premultipliedAlpha:_.premultipliedAlpha,doubleSided:_.side===xn,flipSided:_.side===cn,useDepthPacking:_.depthPacking>=0,depthPacking:_.depthPacking||0,index0AttributeName:_.index0AttributeName,extensionClipCullDistance:Ke&&_.extensions.clipCullDistance===!0&&t.has("WEBGL_clip_cull_distance"),extensionMultiDraw:(Ke&&_.extensions.multiDraw===!0||jt)&&t.has("WEBGL_multi_draw"),rendererExtensionParallelShaderCompile:t.has("KHR_parallel_shader_compile"),customProgramCacheKey:_.customProgramCacheKey()};return Ye.vertexUv1s=c.has(1),Ye.vertexUv2s=c.has(2),Ye.vertexUv3s=c.has(3),c.clear(),Ye}function y(_){let S=[];if(_.shaderID?S.push(_.shaderID):(S.push(_.customVertexShaderID),S.push(_.customFragmentShaderID)),_.defines!==void 0)for(let L in _.defines)S.push(L),S.push(_.defines[L]);return _.isRawShaderMaterial===!1&&(x(S,_),m(S,_),S.push(n.outputColorSpace)),S.push(_.customProgramCacheKey),S.join()}function x(_,S){_.push(S.precision),_.push(S.outputColorSpace),_.push(S.envMapMode),_.push(S.envMapPMREM),_.push(S.envMapMaxLod),_.push(S.envMapSize),_.push(S.mapUv),_.push(S.alphaMapUv),_.push(S.lightMapUv),_.push(S.aoMapUv),_.push(S.bumpMapUv),_.push(S.normalMapUv),_.push(S.displacementMapUv),_.push(S.emissiveMapUv),_.push(S.metalnessMapUv),_.push(S.roughnessMapUv),_.push(S.anisotropyMapUv),_.push(S.clearcoatMapUv),_.push(S.clearcoatNormalMapUv),_.push(S.clearcoatRoughnessMapUv),_.push(S.diffuseRoughnessMapUv),_.push(S.iridescenceMapUv),_.push(S.iridescenceThicknessMapUv),_.push(S.sheenColorMapUv),_.push(S.sheenRoughnessMapUv),_.push(S.specularMapUv),_.push(S.specularColorMapUv),_.push(S.specularIntensityMapUv),_.push(S.transmissionMapUv),_.push(S.thicknessMapUv),_.push(S.combine),_.push(S.fogExp2),_.push(S.sizeAttenuation),_.push(S.morphTargetsCount),_.push(S.numSunLights),_.push(S.numDirLights),_.push(S.numPointLights),_.push(S.numSpotLights),_.push(S.numSpotLightMaps),_.push(S.numHemiLights),_.push(S.numRectAreaLights),_.push(S.numSunLightShadows),_.push(S.numDirLightShadows),_.push(S.numPointLightShadows),_.push(S.numSpotLightShadows),_.push(S.numSpotLightShadowsWithMaps),_.push(S.numLightProbes),_.push(S.numLightProbeGrids),_.push(S.shadowMapType),_.push(S.toneMapping),_.push(S.numClippingPlanes),_.push(S.numClipIntersection),_.push(S.depthPacking)}function m(_,S){o.disableAll(),S.instancing&&o.enable(0),S.instancingColor&&o.enable(1),S.instancingMorph&&o.enable(2),S.matcap&&o.enable(3),S.envMap&&o.enable(4),S.normalMapObjectSpace&&o.enable(5),S.normalMapTangentSpace&&o.enable(6),S.clearcoat&&o.enable(7),S.iridescence&&o.enable(8),S.alphaTest&&o.enable(9),S.vertexColors&&o.enable(10),S.vertexAlphas&&o.enable(11),S.vertexUv1s&&o.enable(12),S.vertexUv2s&&o.enable(13),S.vertexUv3s&&o.enable(14),S.vertexTangents&&o.enable(15),S.anisotropy&&o.enable(16),S.alphaHash&&o.enable(17),S.batching&&o.enable(18),S.dispersion&&o.enable(19),S.retroreflection&&o.enable(24),S.diffuseRoughness&&o.enable(25),S.batchingColor&&o.enable(20),S.gradientMap&&o.enable(21),S.packedNormalMap&&o.enable(22),S.vertexNormals&&o.enable(23),_.push(o.mask),o.disableAll(),S.fog&&o.enable(0),S.useFog&&o.enable(1),S.flatShading&&o.enable(2),S.logarithmicDepthBuffer&&o.enable(3),S.reversedDepthBuffer&&o.enable(4),S.skinning&&o.enable(5),S.morphTargets&&o.enable(6),S.morphNormals&&o.enable(7),S.morphColors&&o.enable(8),S.premultipliedAlpha&&o.enable(9),S.shadowMapEnabled&&o.enable(10),S.doubleSided&&o.enable(11),S.flipSided&&o.enable(12),S.useDepthPacking&&o.enable(13),S.dithering&&o.enable(14),S.transmission&&o.enable(15),S.sheen&&o.enable(16),S.opaque&&o.enable(17),S.pointsUvs&&o.enable(18),S.decodeVideoTexture&&o.enable(19),S.decodeVideoTextureEmissive&&o.enable(20),S.alphaToCoverage&&o.enable(21),S.numLightProbeGrids>0&&o.enable(22),S.hasPositionAttribute&&o.enable(23),_.push(o.mask)}function b(_){let S=h[_.type],L;if(S){let C=Bi[S];L=gg.clone(C.uniforms)}else L=_.uniforms;return L}function M(_,S){let L=u.get(S);return L!==void 0?++L.usedTimes:(L=new XM(n,S,_,s),l.push(L),u.set(S,L)),L}function v(_){if(--_.usedTimes===0){let S=l.indexOf(_);l[S]=l[l.length-1],l.pop(),u.delete(_.cacheKey),_.destroy()}}function E(_){a.remove(_)}function T(){a.dispose()}return{getParameters:g,getProgramCacheKey:y,getUniforms:b,acquireProgram:M,releaseProgram:v,releaseShaderCache:E,programs:l,dispose:T}}function KM(){let n=new WeakMap;function e(o){return n.has(o)}function t(o){let a=n.get(o);return a===void 0&&(a={},n.set(o,a)),a}function i(o){n.delete(o)}function s(o,a,c){n.get(o)[a]=c}function r(){n=new WeakMap}return{has:e,get:t,remove:i,update:s,dispose:r}}function jM(n,e){return n.groupOrder!==e.groupOrder?n.groupOrder-e.groupOrder:n.renderOrder!==e.renderOrder?n.renderOrder-e.renderOrder:n.material.id!==e.material.id?n.material.id-e.material.id:n.materialVariant!==e.materialVariant?n.materialVariant-e.materialVariant:n.z!==e.z?n.z-e.z:n.id-e.id}function kg(n,e){return n.groupOrder!==e.groupOrder?n.groupOrder-e.groupOrder:n.renderOrder!==e.renderOrder?n.renderOrder-e.renderOrder:n.z!==e.z?e.z-n.z:n.id-e.id}function Og(){let n=[],e=0,t=[],i=[],s=[];function r(){e=0,t.length=0,i.length=0,s.length=0}function o(h){let p=0;return h.isInstancedMesh&&(p+=2),h.isSkinnedMesh&&(p+=1),p}function a(h,p,g,y,x,m){let b=n[e];return b===void 0?(b={id:h.id,object:h,geometry:p,material:g,materialVariant:o(h),groupOrder:y,renderOrder:h.renderOrder,z:x,group:m},n[e]=b):(b.id=h.id,b.object=h,b.geometry=p,b.material=g,b.materialVariant=o(h),b.groupOrder=y,b.renderOrder=h.renderOrder,b.z=x,b.group=m),e++,b}function c(h,p,g,y,x,m,b){b.reversedDepth===!0&&(x=-x);let M=a(h,p,g,y,x,m);g.transmission>0?i.push(M):g.transparent===!0?s.push(M):t.push(M)}function l(h,p,g,y,x,m){let b=a(h,p,g,y,x,m);g.transmission>0?i.unshift(b):g.transparent===!0?s.unshift(b):t.unshift(b)}function u(h,p){t.length>1&&t.sort(h||jM),i.length>1&&i.sort(p||kg),s.length>1&&s.sort(p||kg)}function d(){for(let h=e,p=n.length;h<p;h++){let g=n[h];if(g.id===null)break;g.id=null,g.object=null,g.geometry=null,g.material=null,g.group=null}}return{opaque:t,transmissive:i,transparent:s,init:r,push:c,unshift:l,finish:d,sort:u}}function ZM(){let n=new WeakMap;function e(i,s){let r=n.get(i),o;return r===void 0?(o=new Og,n.set(i,[o])):s>=r.length?(o=new Og,r.push(o)):o=r[s],o}function t(){n=new WeakMap}return{get:e,dispose:t}}function JM(){let n={};return{get:function(e){if(n[e.id]!==void 0)return n[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={direction:new U,color:new pe};break;case"SpotLight":t={position:new U,direction:new U,color:new pe,distance:0,coneCos:0,penumbraCos:0,decay:0};break;case"PointLight":t={position:new U,color:new pe,distance:0,decay:0};break;case"HemisphereLight":t={direction:new U,skyColor:new pe,groundColor:new pe};break;case"RectAreaLight":t={color:new pe,position:new U,halfWidth:new U,halfHeight:new U};break}return n[e.id]=t,t}}}function QM(){let n={};return{get:function(e){if(n[e.id]!==void 0)return n[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new Ne};break;case"SpotLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new Ne};break;case"PointLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new Ne,shadowCameraNear:1,shadowCameraFar:1e3};break}return n[e.id]=t,t}}}var eS=0;function tS(n,e){return(e.castShadow?2:0)-(n.castShadow?2:0)+(e.map?1:0)-(n.map?1:0)}function nS(n){let e=new JM,t=QM(),i={version:0,hash:{sunLength:-1,directionalLength:-1,pointLength:-1,spotLength:-1,rectAreaLength:-1,hemiLength:-1,numSunShadows:-1,numDirectionalShadows:-1,numPointShadows:-1,numSpotShadows:-1,numSpotMaps:-1,numLightProbes:-1},ambient:[0,0,0],probe:[],sun:[],sunShadow:[],sunShadowMap:[],sunShadowMatrix:[],sunShadowCascade:[],directional:[],directionalShadow:[],directionalShadowMap:[],directionalShadowMatrix:[],spot:[],spotLightMap:[],spotShadow:[],spotShadowMap:[],spotLightMatrix:[],rectArea:[],rectAreaLTC1:null,rectAreaLTC2:null,point:[],pointShadow:[],pointShadowMap:[],pointShadowMatrix:[],hemi:[],numSpotLightShadowsWithMaps:0,numLightProbes:0};for(let l=0;l<9;l++)i.probe.push(new U);let s=new U,r=new Xe,o=new Xe;function a(l){let u=0,d=0,h=0;for(let k=0;k<9;k++)i.probe[k].set(0,0,0);let p=0,g=0,y=0,x=0,m=0,b=0,M=0,v=0,E=0,T=0,_=0,S=0,L=0,C=0;l.sort(tS);for(let k=0,F=l.length;k<F;k++){let P=l[k],G=P.color,X=P.intensity,H=P.distance,ee=null;if(P.shadow&&P.shadow.map&&(P.shadow.map.texture.format===Is?ee=P.shadow.map.texture:ee=P.shadow.map.depthTexture||P.shadow.map.texture),P.isAmbientLight)u+=G.r*X,d+=G.g*X,h+=G.b*X;else if(P.isLightProbe){for(let q=0;q<9;q++)i.probe[q].addScaledVector(P.sh.coefficients[q],X);C++}else if(P.isSunLight){let q=e.get(P);if(q.color.copy(P.color).multiplyScalar(P.intensity),P.castShadow){let Q=P.shadow,te=t.get(P);te.shadowIntensity=Q.intensity,te.shadowBias=Q.bias,te.shadowNormalBias=Q.normalBias,te.shadowRadius=Q.radius,te.shadowMapSize.copy(Q.mapSize).multiply(Q.getFrameExtents()),i.sunShadow[g]=te,i.sunShadowMap[g]=ee;let Ee=Q.getViewportCount();for(let De=0;De<Ee;De++)i.sunShadowMatrix[y+De]=Q.getMatrix(De),i.sunShadowCascade[y+De]=Q._cascadeData[De];y+=Ee,g++}i.sun[p]=q,p++}else if(P.isDirectionalLight){let q=e.get(P);if(q.color.copy(P.color).multiplyScalar(P.intensity),P.castShadow){let Q=P.shadow,te=t.get(P);te.shadowIntensity=Q.intensity,te.shadowBias=Q.bias,te.shadowNormalBias=Q.normalBias,te.shadowRadius=Q.radius,te.shadowMapSize=Q.mapSize,i.directionalShadow[x]=te,i.directionalShadowMap[x]=ee,i.directionalShadowMatrix[x]=P.shadow.matrix,E++}i.directional[x]=q,x++}else if(P.isSpotLight){let q=e.get(P);q.position.setFromMatrixPosition(P.matrixWorld),q.color.copy(G).multiplyScalar(X),q.distance=H,q.coneCos=Math.cos(P.angle),q.penumbraCos=Math.cos(P.angle*(1-P.penumbra)),q.decay=P.decay,i.spot[b]=q;let Q=P.shadow;if(P.map&&(i.spotLightMap[S]=P.map,S++,Q.updateMatrices(P),P.castShadow&&L++),i.spotLightMatrix[b]=Q.matrix,P.castShadow){let te=t.get(P);te.shadowIntensity=Q.intensity,te.shadowBias=Q.bias,te.shadowNormalBias=Q.normalBias,te.shadowRadius=Q.radius,te.shadowMapSize=Q.mapSize,i.spotShadow[b]=te,i.spotShadowMap[b]=ee,_++}b++}else if(P.isRectAreaLight){let q=e.get(P);q.color.copy(G).multiplyScalar(X),q.halfWidth.set(P.width*.5,0,0),q.halfHeight.set(0,P.height*.5,0),i.rectArea[M]=q,M++}else if(P.isPointLight){let q=e.get(P);if(q.color.copy(P.color).multiplyScalar(P.intensity),q.distance=P.distance,q.decay=P.decay,P.castShadow){let Q=P.shadow,te=t.get(P);te.shadowIntensity=Q.intensity,te.shadowBias=Q.bias,te.shadowNormalBias=Q.normalBias,te.shadowRadius=Q.radius,te.shadowMapSize=Q.mapSize,te.shadowCameraNear=Q.camera.near,te.shadowCameraFar=Q.camera.far,i.pointShadow[m]=te,i.pointShadowMap[m]=ee,i.pointShadowMatrix[m]=P.shadow.matrix,T++}i.point[m]=q,m++}else if(P.isHemisphereLight){let q=e.get(P);q.skyColor.copy(P.color).multiplyScalar(X),q.groundColor.copy(P.groundColor).multiplyScalar(X),i.hemi[v]=q,v++}}M>0&&(n.has("OES_texture_float_linear")===!0?(i.rectAreaLTC1=ge.LTC_FLOAT_1,i.rectAreaLTC2=ge.LTC_FLOAT_2):(i.rectAreaLTC1=ge.LTC_HALF_1,i.rectAreaLTC2=ge.LTC_HALF_2)),i.ambient[0]=u,i.ambient[1]=d,i.ambient[2]=h;let I=i.hash;(I.sunLength!==p||I.directionalLength!==x||I.pointLength!==m||I.spotLength!==b||I.rectAreaLength!==M||I.hemiLength!==v||I.numSunShadows!==g||I.numDirectionalShadows!==E||I.numPointShadows!==T||I.numSpotShadows!==_||I.numSpotMaps!==S||I.numLightProbes!==C)&&(i.sun.length=p,i.directional.length=x,i.spot.length=b,i.rectArea.length=M,i.point.length=m,i.hemi.length=v,i.sunShadow.length=g,i.sunShadowMap.length=g,i.sunShadowMatrix.length=y,i.sunShadowCascade.length=y,i.directionalShadow.length=E,i.directionalShadowMap.length=E,i.directionalShadowMatrix.length=E,i.pointShadow.length=T,i.pointShadowMap.length=T,i.pointShadowMatrix.length=T,i.spotShadow.length=_,i.spotShadowMap.length=_,i.spotLightMatrix.length=_+S-L,i.spotLightMap.length=S,i.numSpotLightShadowsWithMaps=L,i.numLightProbes=C,I.sunLength=p,I.directionalLength=x,I.pointLength=m,I.spotLength=b,I.rectAreaLength=M,I.hemiLength=v,I.numSunShadows=g,I.numDirectionalShadows=E,I.numPointShadows=T,I.numSpotShadows=_,I.numSpotMaps=S,I.numLightProbes=C,i.version=eS++)}function c(l,u){let d=0,h=0,p=0,g=0,y=0,x=0,m=u.matrixWorldInverse;for(let b=0,M=l.length;b<M;b++){let v=l[b];if(v.isSunLight){let E=i.sun[d];E.direction.setFromMatrixPosition(v.matrixWorld),E.direction.transformDirection(m),d++}else if(v.isDirectionalLight){let E=i.directional[h];E.direction.setFromMatrixPosition(v.matrixWorld),s.setFromMatrixPosition(v.target.matrixWorld),E.direction.sub(s),E.direction.transformDirection(m),h++}else if(v.isSpotLight){let E=i.spot[g];E.position.setFromMatrixPosition(v.matrixWorld),E.position.applyMatrix4(m),E.direction.setFromMatrixPosition(v.matrixWorld),s.setFromMatrixPosition(v.target.matrixWorld),E.direction.sub(s),E.direction.transformDirection(m),g++}else if(v.isRectAreaLight){let E=i.rectArea[y];E.position.setFromMatrixPosition(v.matrixWorld),E.position.applyMatrix4(m),o.identity(),r.copy(v.matrixWorld),r.premultiply(m),o.extractRotation(r),E.halfWidth.set(v.width*.5,0,0),E.halfHeight.set(0,v.height*.5,0),E.halfWidth.applyMatrix4(o),E.halfHeight.applyMatrix4(o),y++}else if(v.isPointLight){let E=i.point[p];E.position.setFromMatrixPosition(v.matrixWorld),E.position.applyMatrix4(m),p++}else if(v.isHemisphereLight){let E=i.hemi[x];E.direction.setFromMatrixPosition(v.matrixWorld),E.direction.transformDirection(m),x++}}}return{setup:a,setupView:c,state:i}}function Fg(n){let e=new nS(n),t=[],i=[],s=[];function r(d){u.camera=d,t.length=0,i.length=0,s.length=0}function o(d){d.isLightProbeGrid?s.push(d):t.push(d)}function a(d){i.push(d)}function c(){e.setup(t),s.sort((d,h)=>d.priority-h.priority||d.id-h.id)}function l(d){e.setupView(t,d)}let u={lightsArray:t,shadowsArray:i,lightProbeGridArray:s,camera:null,lights:e,transmissionRenderTarget:{},textureUnits:0};return{init:r,state:u,setupLights:c,setupLightsView:l,pushLight:o,pushShadow:a}}function iS(n){let e=new WeakMap;function t(s,r=0){let o=e.get(s),a;return o===void 0?(a=new Fg(n),e.set(s,[a])):r>=o.length?(a=new Fg(n),o.push(a)):a=o[r],a}function i(){e=new WeakMap}return{get:t,dispose:i}}var sS=`void main() {
	gl_Position = vec4( position, 1.0 );
}`,rS=`uniform sampler2D shadow_pass;
uniform vec2 resolution;
uniform float radius;
void main() {
	const float samples = float( VSM_SAMPLES );
	float mean = 0.0;
	float squared_mean = 0.0;
	float uvStride = samples <= 1.0 ? 0.0 : 2.0 / ( samples - 1.0 );
	float uvStart = samples <= 1.0 ? 0.0 : - 1.0;
	for ( float i = 0.0; i < samples; i ++ ) {
		float uvOffset = uvStart + i * uvStride;
		#ifdef HORIZONTAL_PASS
			vec2 distribution = texture2D( shadow_pass, ( gl_FragCoord.xy + vec2( uvOffset, 0.0 ) * radius ) / resolution ).rg;
			mean += distribution.x;
			squared_mean += distribution.y * distribution.y + distribution.x * distribution.x;
		#else
			float depth = texture2D( shadow_pass, ( gl_FragCoord.xy + vec2( 0.0, uvOffset ) * radius ) / resolution ).r;
			mean += depth;
			squared_mean += depth * depth;
		#endif
	}
	mean = mean / samples;
	squared_mean = squared_mean / samples;
	float std_dev = sqrt( max( 0.0, squared_mean - mean * mean ) );
	gl_FragColor = vec4( mean, std_dev, 0.0, 1.0 );
}`,oS=[new U(1,0,0),new U(-1,0,0),new U(0,1,0),new U(0,-1,0),new U(0,0,1),new U(0,0,-1)],aS=[new U(0,-1,0),new U(0,-1,0),new U(0,0,1),new U(0,0,-1),new U(0,-1,0),new U(0,-1,0)],Bg=new Xe,Ua=new U,xd=new U;function lS(n,e,t){let i=new Es,s=new Ne,r=new Ne,o=new Tt,a=new ro,c=new Ql,l={},u=t.maxTextureSize,d={[ci]:cn,[cn]:ci,[xn]:xn},h=new oi({defines:{VSM_SAMPLES:8},uniforms:{shadow_pass:{value:null},resolution:{value:new Ne},radius:{value:4}},vertexShader:sS,fragmentShader:rS}),p=h.clone();p.defines.HORIZONTAL_PASS=1;let g=new Nt;g.setAttribute("position",new At(new Float32Array([-1,-1,.5,3,-1,.5,-1,3,.5]),3));let y=new mt(g,h),x=this;this.enabled=!1,this.autoUpdate=!0,this.needsUpdate=!1,this.type=Ta;let m=this.type;this.render=function(T,_,S){if(x.enabled===!1||x.autoUpdate===!1&&x.needsUpdate===!1||T.length===0)return;this.type===Dm&&(Ie("WebGLShadowMap: PCFSoftShadowMap has been removed. Using PCFShadowMap instead."),this.type=Ta);let L=n.getRenderTarget(),C=n.getActiveCubeFace(),I=n.getActiveMipmapLevel(),k=n.state;k.setBlending(mr),k.buffers.depth.getReversed()===!0?k.buffers.color.setClear(0,0,0,0):k.buffers.color.setClear(1,1,1,1),k.buffers.depth.setTest(!0),k.setScissorTest(!1);let F=m!==this.type;F&&_.traverse(function(P){P.material&&(Array.isArray(P.material)?P.material.forEach(G=>G.needsUpdate=!0):P.material.needsUpdate=!0)});for(let P=0,G=T.length;P<G;P++){let X=T[P],H=X.shadow;if(H===void 0){Ie("WebGLShadowMap:",X,"has no shadow.");continue}if(H.autoUpdate===!1&&H.needsUpdate===!1)continue;s.copy(H.mapSize);let ee=H.getFrameExtents();s.multiply(ee),r.copy(H.mapSize),(s.x>u||s.y>u)&&(s.x>u&&(r.x=Math.floor(u/ee.x),s.x=r.x*ee.x,H.mapSize.x=r.x),s.y>u&&(r.y=Math.floor(u/ee.y),s.y=r.y*ee.y,H.mapSize.y=r.y));let q=n.state.buffers.depth.getReversed();if(H.camera._reversedDepth=q,H.map===null||F===!0){if(H.map!==null&&(H.map.depthTexture!==null&&(H.map.depthTexture.dispose(),H.map.depthTexture=null),H.map.dispose()),this.type===co){if(X.isPointLight){Ie("WebGLShadowMap: VSM shadow maps are not supported for PointLights. Use PCF or BasicShadowMap instead.");continue}H.map=new On(s.x,s.y,{format:Is,type:Ei,minFilter:an,magFilter:an,generateMipmaps:!1}),H.map.texture.name=X.name+".shadowMap",H.map.depthTexture=new rs(s.x,s.y,jn),H.map.depthTexture.name=X.name+".shadowMapDepth",H.map.depthTexture.format=ts,H.map.depthTexture.compareFunction=null,H.map.depthTexture.minFilter=qt,H.map.depthTexture.magFilter=qt}else X.isPointLight?(H.map=new Oa(s.x),H.map.depthTexture=new oa(s.x,Ti)):(H.map=new On(s.x,s.y),H.map.depthTexture=new rs(s.x,s.y,Ti)),H.map.depthTexture.name=X.name+".shadowMap",H.map.depthTexture.format=ts,this.type===Ta?(H.map.depthTexture.compareFunction=q?sd:id,H.map.depthTexture.minFilter=an,H.map.depthTexture.magFilter=an):(H.map.depthTexture.compareFunction=null,H.map.depthTexture.minFilter=qt,H.map.depthTexture.magFilter=qt);H.camera.updateProjectionMatrix()}H.map.isWebGLCubeRenderTarget!==!0&&(H.map.width!==s.x||H.map.height!==s.y)&&H.map.setSize(s.x,s.y);let Q=H.map.isWebGLCubeRenderTarget?6:H.getViewportCount();X.isPointLight!==!0&&H.updateMatrices(X,S);let te=(H.camera.layers.mask&4294967294)!==0?H.camera.layers:S.layers;for(let Ee=0;Ee<Q;Ee++){let De=H.getCamera(Ee);if(X.isPointLight){let K=H.camera,xe=H.matrix,Se=X.distance||K.far;Se!==K.far&&(K.far=Se,K.updateProjectionMatrix()),Ua.setFromMatrixPosition(X.matrixWorld),K.position.copy(Ua),xd.copy(K.position),xd.add(oS[Ee]),K.up.copy(aS[Ee]),K.lookAt(xd),K.updateMatrixWorld(),xe.makeTranslation(-Ua.x,-Ua.y,-Ua.z),Bg.multiplyMatrices(K.projectionMatrix,K.matrixWorldInverse),H._frustum.setFromProjectionMatrix(Bg,K.coordinateSystem,K.reversedDepth)}if(H.map.isWebGLCubeRenderTarget)n.setRenderTarget(H.map,Ee),n.clear();else{Ee===0&&(n.setRenderTarget(H.map),n.clear());let K=H.getViewport(Ee);o.set(r.x*K.x,r.y*K.y,r.x*K.z,r.y*K.w),k.viewport(o)}i=H.getFrustum(Ee),v(_,S,De,X,te,this.type)}H.isPointLightShadow!==!0&&this.type===co&&b(H,S),H.needsUpdate=!1}m=this.type,x.needsUpdate=!1,n.setRenderTarget(L,C,I)};function b(T,_){let S=e.update(y);h.defines.VSM_SAMPLES!==T.blurSamples&&(h.defines.VSM_SAMPLES=T.blurSamples,p.defines.VSM_SAMPLES=T.blurSamples,h.needsUpdate=!0,p.needsUpdate=!0),T.mapPass===null?T.mapPass=new On(s.x,s.y,{format:Is,type:Ei}):(T.mapPass.width!==T.map.width||T.mapPass.height!==T.map.height)&&T.mapPass.setSize(T.map.width,T.map.height),h.uniforms.shadow_pass.value=T.map.depthTexture,h.uniforms.resolution.value.set(T.map.width,T.map.height),h.uniforms.radius.value=T.radius,n.setRenderTarget(T.mapPass),n.clear(),n.renderBufferDirect(_,null,S,h,y,null),p.uniforms.shadow_pass.value=T.mapPass.texture,p.uniforms.resolution.value.set(T.map.width,T.map.height),p.uniforms.radius.value=T.radius,n.setRenderTarget(T.map),n.clear(),n.renderBufferDirect(_,null,S,p,y,null)}function M(T,_,S,L){let C=null,I=S.isPointLight===!0?T.customDistanceMaterial:T.customDepthMaterial;if(I!==void 0)C=I;else if(C=S.isPointLight===!0?c:a,n.localClippingEnabled&&_.clipShadows===!0&&Array.isArray(_.clippingPlanes)&&_.clippingPlanes.length!==0||_.displacementMap&&_.displacementScale!==0||_.alphaMap&&_.alphaTest>0||_.map&&_.alphaTest>0||_.alphaToCoverage===!0){let k=C.uuid,F=_.uuid,P=l[k];P===void 0&&(P={},l[k]=P);let G=P[F];G===void 0&&(G=C.clone(),P[F]=G,_.addEventListener("dispose",E)),C=G}if(C.visible=_.visible,C.wireframe=_.wireframe,L===co?C.side=_.shadowSide!==null?_.shadowSide:_.side:C.side=_.shadowSide!==null?_.shadowSide:d[_.side],C.alphaMap=_.alphaMap,C.alphaTest=_.alphaToCoverage===!0?.5:_.alphaTest,C.map=_.map,C.clipShadows=_.clipShadows,C.clippingPlanes=_.clippingPlanes,C.clipIntersection=_.clipIntersection,C.displacementMap=_.displacementMap,C.displacementScale=_.displacementScale,C.displacementBias=_.displacementBias,C.wireframeLinewidth=_.wireframeLinewidth,C.linewidth=_.linewidth,S.isPointLight===!0&&C.isMeshDistanceMaterial===!0){let k=n.properties.get(C);k.light=S}return C}function v(T,_,S,L,C,I){if(T.visible===!1)return;if(T.layers.test(C)&&(T.isMesh||T.isLine||T.isPoints)&&(T.castShadow||T.receiveShadow&&I===co)&&(!T.frustumCulled||T.intersectsFrustum(i))){T.modelViewMatrix.multiplyMatrices(S.matrixWorldInverse,T.matrixWorld);let P=e.update(T),G=T.material;if(Array.isArray(G)){let X=P.groups;for(let H=0,ee=X.length;H<ee;H++){let q=X[H],Q=G[q.materialIndex];if(Q&&Q.visible){let te=M(T,Q,L,I);T.onBeforeShadow(n,T,_,S,P,te,q),n.renderBufferDirect(S,null,P,te,T,q),T.onAfterShadow(n,T,_,S,P,te,q)}}}else if(G.visible){let X=M(T,G,L,I);T.onBeforeShadow(n,T,_,S,P,X,null),n.renderBufferDirect(S,null,P,X,T,null),T.onAfterShadow(n,T,_,S,P,X,null)}}let F=T.children;for(let P=0,G=F.length;P<G;P++)v(F[P],_,S,L,C,I)}function E(T){T.target.removeEventListener("dispose",E);for(let S in l){let L=l[S],C=T.target.uuid;C in L&&(L[C].dispose(),delete L[C])}}}function cS(n,e){function t(){let N=!1,Z=new Tt,$=null,ce=new Tt(0,0,0,0);return{setMask:function(re){$!==re&&!N&&(n.colorMask(re,re,re,re),$=re)},setLocked:function(re){N=re},setClear:function(re,ae,Le,Ke,se){se===!0&&(re*=Ke,ae*=Ke,Le*=Ke),Z.set(re,ae,Le,Ke),ce.equals(Z)===!1&&(n.clearColor(re,ae,Le,Ke),ce.copy(Z))},reset:function(){N=!1,$=null,ce.set(-1,0,0,0)}}}function i(){let N=!1,Z=!1,$=null,ce=null,re=null;return{setReversed:function(ae){if(Z!==ae){let Le=e.get("EXT_clip_control");ae?Le.clipControlEXT(Le.LOWER_LEFT_EXT,Le.ZERO_TO_ONE_EXT):Le.clipControlEXT(Le.LOWER_LEFT_EXT,Le.NEGATIVE_ONE_TO_ONE_EXT),Z=ae;let Ke=re;re=null,this.setClear(Ke)}},getReversed:function(){return Z},setTest:function(ae){ae?ye(n.DEPTH_TEST):qe(n.DEPTH_TEST)},setMask:function(ae){$!==ae&&!N&&(n.depthMask(ae),$=ae)},setFunc:function(ae){if(Z&&(ae=pg[ae]),ce!==ae){switch(ae){case Bl:n.depthFunc(n.NEVER);break;case zl:n.depthFunc(n.ALWAYS);break;case Vl:n.depthFunc(n.LESS);break;case $r:n.depthFunc(n.LEQUAL);break;case Hl:n.depthFunc(n.EQUAL);break;case Gl:n.depthFunc(n.GEQUAL);break;case Wl:n.depthFunc(n.GREATER);break;case Xl:n.depthFunc(n.NOTEQUAL);break;default:n.depthFunc(n.LEQUAL)}ce=ae}},setLocked:function(ae){N=ae},setClear:function(ae){re!==ae&&(re=ae,Z&&(ae=1-ae),n.clearDepth(ae))},reset:function(){N=!1,$=null,ce=null,re=null,Z=!1}}}function s(){let N=!1,Z=null,$=null,ce=null,re=null,ae=null,Le=null,Ke=null,se=null;return{setTest:function(Ue){N||(Ue?ye(n.STENCIL_TEST):qe(n.STENCIL_TEST))},setMask:function(Ue){Z!==Ue&&!N&&(n.stencilMask(Ue),Z=Ue)},setFunc:function(Ue,Ye,me){($!==Ue||ce!==Ye||re!==me)&&(n.stencilFunc(Ue,Ye,me),$=Ue,ce=Ye,re=me)},setOp:function(Ue,Ye,me){(ae!==Ue||Le!==Ye||Ke!==me)&&(n.stencilOp(Ue,Ye,me),ae=Ue,Le=Ye,Ke=me)},setLocked:function(Ue){N=Ue},setClear:function(Ue){se!==Ue&&(n.clearStencil(Ue),se=Ue)},reset:function(){N=!1,Z=null,$=null,ce=null,re=null,ae=null,Le=null,Ke=null,se=null}}}let r=new t,o=new i,a=new s,c={},l=new WeakMap,u={},d={},h={},p=new WeakMap,g=[],y=null,x=!1,m=null,b=null,M=null,v=null,E=null,T=null,_=null,S=new pe(0,0,0),L=0,C=!1,I=null,k=null,F=null,P=null,G=null,X=n.getParameter(n.MAX_COMBINED_TEXTURE_IMAGE_UNITS),H=!1,ee=0,q=n.getParameter(n.VERSION);q.indexOf("WebGL")!==-1?(ee=parseFloat(/^WebGL (\d)/.exec(q)[1]),H=ee>=1):q.indexOf("OpenGL ES")!==-1&&(ee=parseFloat(/^OpenGL ES (\d)/.exec(q)[1]),H=ee>=2);let Q=null,te={},Ee=n.getParameter(n.SCISSOR_BOX),De=n.getParameter(n.VIEWPORT),K=new Tt().fromArray(Ee),xe=new Tt().fromArray(De);function Se(N,Z,$,ce){let re=new Uint8Array(4),ae=n.createTexture();n.bindTexture(N,ae),n.texParameteri(N,n.TEXTURE_MIN_FILTER,n.NEAREST),n.texParameteri(N,n.TEXTURE_MAG_FILTER,n.NEAREST);for(let Le=0;Le<$;Le++)N===n.TEXTURE_3D||N===n.TEXTURE_2D_ARRAY?n.texImage3D(Z,0,n.RGBA,1,1,ce,0,n.RGBA,n.UNSIGNED_BYTE,re):n.texImage2D(Z+Le,0,n.RGBA,1,1,0,n.RGBA,n.UNSIGNED_BYTE,re);return ae}let Oe={};Oe[n.TEXTURE_2D]=Se(n.TEXTURE_2D,n.TEXTURE_2D,1),Oe[n.TEXTURE_CUBE_MAP]=Se(n.TEXTURE_CUBE_MAP,n.TEXTURE_CUBE_MAP_POSITIVE_X,6),Oe[n.TEXTURE_2D_ARRAY]=Se(n.TEXTURE_2D_ARRAY,n.TEXTURE_2D_ARRAY,1,1),Oe[n.TEXTURE_3D]=Se(n.TEXTURE_3D,n.TEXTURE_3D,1,1),r.setClear(0,0,0,1),o.setClear(1),a.setClear(0),ye(n.DEPTH_TEST),o.setFunc($r),Vn(!1),Ft(Oh),ye(n.CULL_FACE),vn(mr);function ye(N){u[N]!==!0&&(n.enable(N),u[N]=!0)}function qe(N){u[N]!==!1&&(n.disable(N),u[N]=!1)}function jt(N,Z){return h[N]!==Z?(n.bindFramebuffer(N,Z),h[N]=Z,N===n.DRAW_FRAMEBUFFER&&(h[n.FRAMEBUFFER]=Z),N===n.FRAMEBUFFER&&(h[n.DRAW_FRAMEBUFFER]=Z),!0):!1}function Be(N,Z){let $=g,ce=!1;if(N){$=p.get(Z),$===void 0&&($=[],p.set(Z,$));let re=N.textures;if($.length!==re.length||$[0]!==n.COLOR_ATTACHMENT0){for(let ae=0,Le=re.length;ae<Le;ae++)$[ae]=n.COLOR_ATTACHMENT0+ae;$.length=re.length,ce=!0}}else $[0]!==n.BACK&&($[0]=n.BACK,ce=!0);ce&&n.drawBuffers($)}function bt(N){return y!==N?(n.useProgram(N),y=N,!0):!1}let Ct={[gr]:n.FUNC_ADD,[km]:n.FUNC_SUBTRACT,[Om]:n.FUNC_REVERSE_SUBTRACT};Ct[Fm]=n.MIN,Ct[Bm]=n.MAX;let rt={[zm]:n.ZERO,[Vm]:n.ONE,[Hm]:n.SRC_COLOR,[Vh]:n.SRC_ALPHA,[Ym]:n.SRC_ALPHA_SATURATE,[qm]:n.DST_COLOR,[Wm]:n.DST_ALPHA,[Gm]:n.ONE_MINUS_SRC_COLOR,[Hh]:n.ONE_MINUS_SRC_ALPHA,[$m]:n.ONE_MINUS_DST_COLOR,[Xm]:n.ONE_MINUS_DST_ALPHA,[Km]:n.CONSTANT_COLOR,[jm]:n.ONE_MINUS_CONSTANT_COLOR,[Zm]:n.CONSTANT_ALPHA,[Jm]:n.ONE_MINUS_CONSTANT_ALPHA};function vn(N,Z,$,ce,re,ae,Le,Ke,se,Ue){if(N===mr){x===!0&&(qe(n.BLEND),x=!1);return}if(x===!1&&(ye(n.BLEND),x=!0),N!==Um){if(N!==m||Ue!==C){if((b!==gr||E!==gr)&&(n.blendEquation(n.FUNC_ADD),b=gr,E=gr),Ue)switch(N){case uo:n.blendFuncSeparate(n.ONE,n.ONE_MINUS_SRC_ALPHA,n.ONE,n.ONE_MINUS_SRC_ALPHA);break;case Fh:n.blendFunc(n.ONE,n.ONE);break;case Bh:n.blendFuncSeparate(n.ZERO,n.ONE_MINUS_SRC_COLOR,n.ZERO,n.ONE);break;case zh:n.blendFuncSeparate(n.DST_COLOR,n.ONE_MINUS_SRC_ALPHA,n.ZERO,n.ONE);break;default:ze("WebGLState: Invalid blending: ",N);break}else switch(N){case uo:n.blendFuncSeparate(n.SRC_ALPHA,n.ONE_MINUS_SRC_ALPHA,n.ONE,n.ONE_MINUS_SRC_ALPHA);break;case Fh:n.blendFuncSeparate(n.SRC_ALPHA,n.ONE,n.ONE,n.ONE);break;case Bh:ze("WebGLState: SubtractiveBlending requires material.premultipliedAlpha = true");break;case zh:ze("WebGLState: MultiplyBlending requires material.premultipliedAlpha = true");break;default:ze("WebGLState: Invalid blending: ",N);break}M=null,v=null,T=null,_=null,S.set(0,0,0),L=0,m=N,C=Ue}return}re=re||Z,ae=ae||$,Le=Le||ce,(Z!==b||re!==E)&&(n.blendEquationSeparate(Ct[Z],Ct[re]),b=Z,E=re),($!==M||ce!==v||ae!==T||Le!==_)&&(n.blendFuncSeparate(rt[$],rt[ce],rt[ae],rt[Le]),M=$,v=ce,T=ae,_=Le),(Ke.equals(S)===!1||se!==L)&&(n.blendColor(Ke.r,Ke.g,Ke.b,se),S.copy(Ke),L=se),m=N,C=!1}function nn(N,Z){N.side===xn?qe(n.CULL_FACE):ye(n.CULL_FACE);let $=N.side===cn;Z&&($=!$),Vn($),N.blending===uo&&N.transparent===!1?vn(mr):vn(N.blending,N.blendEquation,N.blendSrc,N.blendDst,N.blendEquationAlpha,N.blendSrcAlpha,N.blendDstAlpha,N.blendColor,N.blendAlpha,N.premultipliedAlpha),o.setFunc(N.depthFunc),o.setTest(N.depthTest),o.setMask(N.depthWrite),r.setMask(N.colorWrite);let ce=N.stencilWrite;a.setTest(ce),ce&&(a.setMask(N.stencilWriteMask),a.setFunc(N.stencilFunc,N.stencilRef,N.stencilFuncMask),a.setOp(N.stencilFail,N.stencilZFail,N.stencilZPass)),fn(N.polygonOffset,N.polygonOffsetFactor,N.polygonOffsetUnits),N.alphaToCoverage===!0?ye(n.SAMPLE_ALPHA_TO_COVERAGE):qe(n.SAMPLE_ALPHA_TO_COVERAGE)}function Vn(N){I!==N&&(N?n.frontFace(n.CW):n.frontFace(n.CCW),I=N)}function Ft(N){N!==Lm?(ye(n.CULL_FACE),N!==k&&(N===Oh?n.cullFace(n.BACK):N===Nm?n.cullFace(n.FRONT):n.cullFace(n.FRONT_AND_BACK))):qe(n.CULL_FACE),k=N}function Ci(N){N!==F&&(H&&n.lineWidth(N),F=N)}function fn(N,Z,$){N?(ye(n.POLYGON_OFFSET_FILL),(P!==Z||G!==$)&&(P=Z,G=$,o.getReversed()&&(Z=-Z,$=-$),n.polygonOffset(Z,$))):qe(n.POLYGON_OFFSET_FILL)}function Zn(N){N?ye(n.SCISSOR_TEST):qe(n.SCISSOR_TEST)}function Jn(N){N===void 0&&(N=n.TEXTURE0+X-1),Q!==N&&(n.activeTexture(N),Q=N)}function Qn(N,Z,$){$===void 0&&(Q===null?$=n.TEXTURE0+X-1:$=Q);let ce=te[$];ce===void 0&&(ce={type:void 0,texture:void 0},te[$]=ce),(ce.type!==N||ce.texture!==Z)&&(Q!==$&&(n.activeTexture($),Q=$),n.bindTexture(N,Z||Oe[N]),ce.type=N,ce.texture=Z)}function O(){let N=te[Q];N!==void 0&&N.type!==void 0&&(n.bindTexture(N.type,null),N.type=void 0,N.texture=void 0)}function ei(){try{n.compressedTexImage2D(...arguments)}catch(N){ze("WebGLState:",N)}}function Ut(){try{n.compressedTexImage3D(...arguments)}catch(N){ze("WebGLState:",N)}}function kt(){try{n.texSubImage2D(...arguments)}catch(N){ze("WebGLState:",N)}}function fe(){try{n.texSubImage3D(...arguments)}catch(N){ze("WebGLState:",N)}}function sn(){try{n.compressedTexSubImage2D(...arguments)}catch(N){ze("WebGLState:",N)}}function Fe(){try{n.compressedTexSubImage3D(...arguments)}catch(N){ze("WebGLState:",N)}}function Ge(){try{n.texStorage2D(...arguments)}catch(N){ze("WebGLState:",N)}}function R(){try{n.texStorage3D(...arguments)}catch(N){ze("WebGLState:",N)}}function w(){try{n.texImage2D(...arguments)}catch(N){ze("WebGLState:",N)}}function z(){try{n.texImage3D(...arguments)}catch(N){ze("WebGLState:",N)}}function ie(N){return d[N]!==void 0?d[N]:n.getParameter(N)}function J(N,Z){d[N]!==Z&&(n.pixelStorei(N,Z),d[N]=Z)}function oe(N){K.equals(N)===!1&&(n.scissor(N.x,N.y,N.z,N.w),K.copy(N))}function he(N){xe.equals(N)===!1&&(n.viewport(N.x,N.y,N.z,N.w),xe.copy(N))}function Y(N,Z){let $=l.get(Z);$===void 0&&($=new WeakMap,l.set(Z,$));let ce=$.get(N);ce===void 0&&(ce=n.getUniformBlockIndex(Z,N.name),n.uniformBlockBinding(Z,ce,ce),$.set(N,ce))}function j(N,Z,$){let re=l.get(Z).get(N);c[re]!==$&&(n.bindBufferBase(n.UNIFORM_BUFFER,re,$),c[re]=$)}function le(){n.disable(n.BLEND),n.disable(n.CULL_FACE),n.disable(n.DEPTH_TEST),n.disable(n.POLYGON_OFFSET_FILL),n.disable(n.SCISSOR_TEST),n.disable(n.STENCIL_TEST),n.disable(n.SAMPLE_ALPHA_TO_COVERAGE),n.blendEquation(n.FUNC_ADD),n.blendFunc(n.ONE,n.ZERO),n.blendFuncSeparate(n.ONE,n.ZERO,n.ONE,n.ZERO),n.blendColor(0,0,0,0),n.colorMask(!0,!0,!0,!0),n.clearColor(0,0,0,0),n.depthMask(!0),n.depthFunc(n.LESS),o.setReversed(!1),n.clearDepth(1),n.stencilMask(4294967295),n.stencilFunc(n.ALWAYS,0,4294967295),n.stencilOp(n.KEEP,n.KEEP,n.KEEP),n.clearStencil(0),n.cullFace(n.BACK),n.frontFace(n.CCW),n.polygonOffset(0,0),n.activeTexture(n.TEXTURE0),n.bindFramebuffer(n.FRAMEBUFFER,null),n.bindFramebuffer(n.DRAW_FRAMEBUFFER,null),n.bindFramebuffer(n.READ_FRAMEBUFFER,null),n.useProgram(null),n.lineWidth(1),n.scissor(0,0,n.canvas.width,n.canvas.height),n.viewport(0,0,n.canvas.width,n.canvas.height),n.pixelStorei(n.PACK_ALIGNMENT,4),n.pixelStorei(n.UNPACK_ALIGNMENT,4),n.pixelStorei(n.UNPACK_FLIP_Y_WEBGL,!1),n.pixelStorei(n.UNPACK_PREMULTIPLY_ALPHA_WEBGL,!1),n.pixelStorei(n.UNPACK_COLORSPACE_CONVERSION_WEBGL,n.BROWSER_DEFAULT_WEBGL),n.pixelStorei(n.PACK_ROW_LENGTH,0),n.pixelStorei(n.PACK_SKIP_PIXELS,0),n.pixelStorei(n.PACK_SKIP_ROWS,0),n.pixelStorei(n.UNPACK_ROW_LENGTH,0),n.pixelStorei(n.UNPACK_IMAGE_HEIGHT,0),n.pixelStorei(n.UNPACK_SKIP_PIXELS,0),n.pixelStorei(n.UNPACK_SKIP_ROWS,0),n.pixelStorei(n.UNPACK_SKIP_IMAGES,0),u={},d={},Q=null,te={},h={},c={},p=new WeakMap,g=[],y=null,x=!1,m=null,b=null,M=null,v=null,E=null,T=null,_=null,S=new pe(0,0,0),L=0,C=!1,I=null,k=null,F=null,P=null,G=null,K.set(0,0,n.canvas.width,n.canvas.height),xe.set(0,0,n.canvas.width,n.canvas.height),r.reset(),o.reset(),a.reset()}return{buffers:{color:r,depth:o,stencil:a},enable:ye,disable:qe,bindFramebuffer:jt,drawBuffers:Be,useProgram:bt,setBlending:vn,setMaterial:nn,setFlipSided:Vn,setCullFace:Ft,setLineWidth:Ci,setPolygonOffset:fn,setScissorTest:Zn,activeTexture:Jn,bindTexture:Qn,unbindTexture:O,compressedTexImage2D:ei,compressedTexImage3D:Ut,texImage2D:w,texImage3D:z,pixelStorei:J,getParameter:ie,updateUBOMapping:Y,uniformBlockBinding:j,texStorage2D:Ge,texStorage3D:R,texSubImage2D:kt,texSubImage3D:fe,compressedTexSubImage2D:sn,compressedTexSubImage3D:Fe,scissor:oe,viewport:he,reset:le}}function uS(n,e,t,i,s,r,o){let a=e.has("WEBGL_multisampled_render_to_texture")?e.get("WEBGL_multisampled_render_to_texture"):null,c=typeof navigator>"u"?!1:/OculusBrowser/g.test(navigator.userAgent),l=new Ne,u=new WeakMap,d=new Set,h,p=new WeakMap,g=new Set,y=new FinalizationRegistry(R=>g.delete(R)),x=!1;try{x=typeof OffscreenCanvas<"u"&&new OffscreenCanvas(1,1).getContext("2d")!==null}catch{}function m(R,w){return x?new OffscreenCanvas(R,w):jr("canvas")}function b(R,w,z){let ie=1,J=Ge(R);if((J.width>z||J.height>z)&&(ie=z/Math.max(J.width,J.height)),ie<1)if(typeof HTMLImageElement<"u"&&R instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&R instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&R instanceof ImageBitmap||typeof VideoFrame<"u"&&R instanceof VideoFrame){let oe=Math.floor(ie*J.width),he=Math.floor(ie*J.height);h===void 0&&(h=m(oe,he));let Y=w?m(oe,he):h;return Y.width=oe,Y.height=he,Y.getContext("2d").drawImage(R,0,0,oe,he),Ie("WebGLRenderer: Texture has been resized from ("+J.width+"x"+J.height+") to ("+oe+"x"+he+")."),Y}else return"data"in R&&Ie("WebGLRenderer: Image in DataTexture is too big ("+J.width+"x"+J.height+")."),R;return R}function M(R){return R.generateMipmaps}function v(R){n.generateMipmap(R)}function E(R){return R.isWebGLCubeRenderTarget?n.TEXTURE_CUBE_MAP:R.isWebGL3DRenderTarget?n.TEXTURE_3D:R.isWebGLArrayRenderTarget||R.isCompressedArrayTexture?n.TEXTURE_2D_ARRAY:n.TEXTURE_2D}function T(R,w,z,ie,J,oe=!1){if(R!==null){if(n[R]!==void 0)return n[R];Ie("WebGLRenderer: Attempt to use non-existing WebGL internal format '"+R+"'")}let he;ie&&(he=e.get("EXT_texture_norm16"),he||Ie("WebGLRenderer: Unable to use normalized textures without EXT_texture_norm16 extension"));let Y=w;if(w===n.RED&&(z===n.FLOAT&&(Y=n.R32F),z===n.HALF_FLOAT&&(Y=n.R16F),z===n.UNSIGNED_BYTE&&(Y=n.R8),z===n.UNSIGNED_SHORT&&he&&(Y=he.R16_EXT),z===n.SHORT&&he&&(Y=he.R16_SNORM_EXT)),w===n.RED_INTEGER&&(z===n.UNSIGNED_BYTE&&(Y=n.R8UI),z===n.UNSIGNED_SHORT&&(Y=n.R16UI),z===n.UNSIGNED_INT&&(Y=n.R32UI),z===n.BYTE&&(Y=n.R8I),z===n.SHORT&&(Y=n.R16I),z===n.INT&&(Y=n.R32I)),w===n.RG&&(z===n.FLOAT&&(Y=n.RG32F),z===n.HALF_FLOAT&&(Y=n.RG16F),z===n.UNSIGNED_BYTE&&(Y=n.RG8),z===n.UNSIGNED_SHORT&&he&&(Y=he.RG16_EXT),z===n.SHORT&&he&&(Y=he.RG16_SNORM_EXT)),w===n.RG_INTEGER&&(z===n.UNSIGNED_BYTE&&(Y=n.RG8UI),z===n.UNSIGNED_SHORT&&(Y=n.RG16UI),z===n.UNSIGNED_INT&&(Y=n.RG32UI),z===n.BYTE&&(Y=n.RG8I),z===n.SHORT&&(Y=n.RG16I),z===n.INT&&(Y=n.RG32I)),w===n.RGB_INTEGER&&(z===n.UNSIGNED_BYTE&&(Y=n.RGB8UI),z===n.UNSIGNED_SHORT&&(Y=n.RGB16UI),z===n.UNSIGNED_INT&&(Y=n.RGB32UI),z===n.BYTE&&(Y=n.RGB8I),z===n.SHORT&&(Y=n.RGB16I),z===n.INT&&(Y=n.RGB32I)),w===n.RGBA_INTEGER&&(z===n.UNSIGNED_BYTE&&(Y=n.RGBA8UI),z===n.UNSIGNED_SHORT&&(Y=n.RGBA16UI),z===n.UNSIGNED_INT&&(Y=n.RGBA32UI),z===n.BYTE&&(Y=n.RGBA8I),z===n.SHORT&&(Y=n.RGBA16I),z===n.INT&&(Y=n.RGBA32I)),w===n.RGB&&(z===n.UNSIGNED_SHORT&&he&&(Y=he.RGB16_EXT),z===n.SHORT&&he&&(Y=he.RGB16_SNORM_EXT),z===n.UNSIGNED_INT_5_9_9_9_REV&&(Y=n.RGB9_E5),z===n.UNSIGNED_INT_10F_11F_11F_REV&&(Y=n.R11F_G11F_B10F)),w===n.RGBA){let j=oe?Ko:et.getTransfer(J);z===n.FLOAT&&(Y=n.RGBA32F),z===n.HALF_FLOAT&&(Y=n.RGBA16F),z===n.UNSIGNED_BYTE&&(Y=j===yt?n.SRGB8_ALPHA8:n.RGBA8),z===n.UNSIGNED_SHORT&&he&&(Y=he.RGBA16_EXT),z===n.SHORT&&he&&(Y=he.RGBA16_SNORM_EXT),z===n.UNSIGNED_SHORT_4_4_4_4&&(Y=n.RGBA4),z===n.UNSIGNED_SHORT_5_5_5_1&&(Y=n.RGB5_A1)}return(Y===n.R16F||Y===n.R32F||Y===n.RG16F||Y===n.RG32F||Y===n.RGBA16F||Y===n.RGBA32F)&&e.get("EXT_color_buffer_float"),Y}function _(R,w){let z;return R?w===null||w===Ti||w===vr?z=n.DEPTH24_STENCIL8:w===jn?z=n.DEPTH32F_STENCIL8:w===po&&(z=n.DEPTH24_STENCIL8,Ie("DepthTexture: 16 bit depth attachment is not supported with stencil. Using 24-bit attachment.")):w===null||w===Ti||w===vr?z=n.DEPTH_COMPONENT24:w===jn?z=n.DEPTH_COMPONENT32F:w===po&&(z=n.DEPTH_COMPONENT16),z}function S(R,w){return M(R)===!0||R.isFramebufferTexture&&R.minFilter!==qt&&R.minFilter!==an?Math.log2(Math.max(w.width,w.height))+1:R.mipmaps.length>0?R.mipmaps.length:R.isCompressedTexture&&Array.isArray(R.image)?w.mipmaps.length:1}function L(R){let w=new WeakRef(R);i.get(R).__ref=w,g.add(w),y.register(R,w,w)}function C(R){let w=i.get(R).__ref;w!==void 0&&(g.delete(w),y.unregister(w))}function I(R){F(R.target)}function k(R){P(R.target)}function F(R){R.removeEventListener("dispose",I),C(R),X(R),R.isVideoTexture&&u.delete(R),R.isHTMLTexture&&d.delete(R)}function P(R){R.removeEventListener("dispose",k),C(R),ee(R)}function G(){for(let R of g){let w=R.deref();w!==void 0&&(w.isRenderTarget===!0?P(w):F(w))}g.clear(),d.clear()}function X(R){let w=i.get(R);if(w.__webglInit===void 0)return;let z=R.source,ie=p.get(z);if(ie){let J=ie[w.__cacheKey];J.usedTimes--,J.usedTimes===0&&H(R),Object.keys(ie).length===0&&p.delete(z)}i.remove(R)}function H(R){let w=i.get(R);n.deleteTexture(w.__webglTexture);let z=R.source,ie=p.get(z);delete ie[w.__cacheKey],o.memory.textures--}function ee(R){let w=i.get(R);w.__depthDisposeCallback&&w.__depthDisposeCallback();let z=R.depthTexture;if(z&&z.renderTarget===R&&F(z),R.isWebGLCubeRenderTarget)for(let J=0;J<6;J++){if(Array.isArray(w.__webglFramebuffer[J]))for(let oe=0;oe<w.__webglFramebuffer[J].length;oe++)n.deleteFramebuffer(w.__webglFramebuffer[J][oe]);else n.deleteFramebuffer(w.__webglFramebuffer[J]);w.__webglDepthbuffer&&n.deleteRenderbuffer(w.__webglDepthbuffer[J])}else{if(Array.isArray(w.__webglFramebuffer))for(let J=0;J<w.__webglFramebuffer.length;J++)n.deleteFramebuffer(w.__webglFramebuffer[J]);else n.deleteFramebuffer(w.__webglFramebuffer);if(w.__webglDepthbuffer&&n.deleteRenderbuffer(w.__webglDepthbuffer),w.__webglMultisampledFramebuffer&&n.deleteFramebuffer(w.__webglMultisampledFramebuffer),w.__webglColorRenderbuffer)for(let J=0;J<w.__webglColorRenderbuffer.length;J++)w.__webglColorRenderbuffer[J]&&n.deleteRenderbuffer(w.__webglColorRenderbuffer[J]);w.__webglDepthRenderbuffer&&n.deleteRenderbuffer(w.__webglDepthRenderbuffer)}let ie=R.textures;for(let J=0,oe=ie.length;J<oe;J++){let he=i.get(ie[J]);he.__webglTexture&&(n.deleteTexture(he.__webglTexture),o.memory.textures--),i.remove(ie[J])}i.remove(R)}let q=0;function Q(){q=0}function te(){return q}function Ee(R){q=R}function De(){let R=q;return R>=s.maxTextures&&Ie("WebGLTextures: Trying to use "+(R+1)+" texture units while this GPU supports only "+s.maxTextures),q+=1,R}function K(R){let w=[];return w.push(R.wrapS),w.push(R.wrapT),w.push(R.wrapR||0),w.push(R.magFilter),w.push(R.minFilter),w.push(R.anisotropy),w.push(R.internalFormat),w.push(R.format),w.push(R.type),w.push(R.generateMipmaps),w.push(R.mipmapsAutoUpdate),w.push(R.premultiplyAlpha),w.push(R.flipY),w.push(R.unpackAlignment),w.push(R.colorSpace),w.join()}function xe(R,w){let z=i.get(R);if(R.isVideoTexture&&sn(R),R.isRenderTargetTexture===!1&&R.isExternalTexture!==!0&&R.version>0&&z.__version!==R.version){let ie=R.image;if(ie===null)Ie("WebGLRenderer: Texture marked for update but no image data found.");else if(ie.complete===!1)Ie("WebGLRenderer: Texture marked for update but image is incomplete");else{nn(z,R,w);return}}else R.isExternalTexture&&(z.__webglTexture=R.sourceTexture?R.sourceTexture:null);t.bindTexture(n.TEXTURE_2D,z.__webglTexture,n.TEXTURE0+w)}function Se(R,w){let z=i.get(R);if(R.isRenderTargetTexture===!1&&R.version>0&&z.__version!==R.version){nn(z,R,w);return}else R.isExternalTexture&&(z.__webglTexture=R.sourceTexture?R.sourceTexture:null);t.bindTexture(n.TEXTURE_2D_ARRAY,z.__webglTexture,n.TEXTURE0+w)}function Oe(R,w){let z=i.get(R);if(R.isRenderTargetTexture===!1&&R.version>0&&z.__version!==R.version){nn(z,R,w);return}t.bindTexture(n.TEXTURE_3D,z.__webglTexture,n.TEXTURE0+w)}function ye(R,w){let z=i.get(R);if(R.version>0&&z.__version!==R.version){Vn(z,R,w);return}t.bindTexture(n.TEXTURE_CUBE_MAP,z.__webglTexture,n.TEXTURE0+w)}let qe={[Ni]:n.REPEAT,[ii]:n.CLAMP_TO_EDGE,[Yr]:n.MIRRORED_REPEAT},jt={[qt]:n.NEAREST,[uc]:n.NEAREST_MIPMAP_NEAREST,[_r]:n.NEAREST_MIPMAP_LINEAR,[an]:n.LINEAR,[fo]:n.LINEAR_MIPMAP_NEAREST,[hi]:n.LINEAR_MIPMAP_LINEAR},Be={[og]:n.NEVER,[rd]:n.ALWAYS,[ag]:n.LESS,[id]:n.LEQUAL,[lg]:n.EQUAL,[sd]:n.GEQUAL,[cg]:n.GREATER,[ug]:n.NOTEQUAL};function bt(R,w){if(w.type===jn&&e.has("OES_texture_float_linear")===!1&&(w.magFilter===an||w.magFilter===fo||w.magFilter===_r||w.magFilter===hi||w.minFilter===an||w.minFilter===fo||w.minFilter===_r||w.minFilter===hi)&&Ie("WebGLRenderer: Unable to use linear filtering with floating point textures. OES_texture_float_linear not supported on this device."),n.texParameteri(R,n.TEXTURE_WRAP_S,qe[w.wrapS]),n.texParameteri(R,n.TEXTURE_WRAP_T,qe[w.wrapT]),(R===n.TEXTURE_3D||R===n.TEXTURE_2D_ARRAY)&&n.texParameteri(R,n.TEXTURE_WRAP_R,qe[w.wrapR]),n.texParameteri(R,n.TEXTURE_MAG_FILTER,jt[w.magFilter]),n.texParameteri(R,n.TEXTURE_MIN_FILTER,jt[w.minFilter]),w.compareFunction&&(n.texParameteri(R,n.TEXTURE_COMPARE_MODE,n.COMPARE_REF_TO_TEXTURE),n.texParameteri(R,n.TEXTURE_COMPARE_FUNC,Be[w.compareFunction])),e.has("EXT_texture_filter_anisotropic")===!0){if(w.magFilter===qt||w.minFilter!==_r&&w.minFilter!==hi||w.type===jn&&e.has("OES_texture_float_linear")===!1)return;if(w.anisotropy>1||i.get(w).__currentAnisotropy){let z=e.get("EXT_texture_filter_anisotropic");n.texParameterf(R,z.TEXTURE_MAX_ANISOTROPY_EXT,Math.min(w.anisotropy,s.getMaxAnisotropy())),i.get(w).__currentAnisotropy=w.anisotropy}}}function Ct(R,w){let z=!1;R.__webglInit===void 0&&(R.__webglInit=!0,w.addEventListener("dispose",I),L(w));let ie=w.source,J=p.get(ie);J===void 0&&(J={},p.set(ie,J));let oe=K(w);if(oe!==R.__cacheKey){J[oe]===void 0&&(J[oe]={texture:n.createTexture(),usedTimes:0},o.memory.textures++,z=!0),J[oe].usedTimes++;let he=J[R.__cacheKey];he!==void 0&&(J[R.__cacheKey].usedTimes--,he.usedTimes===0&&H(w)),R.__cacheKey=oe,R.__webglTexture=J[oe].texture}return z}function rt(R,w,z){return Math.floor(Math.floor(R/z)/w)}function vn(R,w,z,ie){let oe=R.updateRanges;if(oe.length===0)t.texSubImage2D(n.TEXTURE_2D,0,0,0,w.width,w.height,z,ie,w.data);else{oe.sort((N,Z)=>N.start-Z.start);let he=0;for(let N=1;N<oe.length;N++){let Z=oe[he],$=oe[N],ce=Z.start+Z.count,re=rt($.start,w.width,4),ae=rt(Z.start,w.width,4);$.start<=ce+1&&re===ae&&rt($.start+$.count-1,w.width,4)===re?Z.count=Math.max(Z.count,$.start+$.count-Z.start):(++he,oe[he]=$)}oe.length=he+1;let Y=t.getParameter(n.UNPACK_ROW_LENGTH),j=t.getParameter(n.UNPACK_SKIP_PIXELS),le=t.getParameter(n.UNPACK_SKIP_ROWS);t.pixelStorei(n.UNPACK_ROW_LENGTH,w.width);for(let N=0,Z=oe.length;N<Z;N++){let $=oe[N],ce=Math.floor($.start/4),re=Math.ceil($.count/4),ae=ce%w.width,Le=Math.floor(ce/w.width),Ke=re,se=1;t.pixelStorei(n.UNPACK_SKIP_PIXELS,ae),t.pixelStorei(n.UNPACK_SKIP_ROWS,Le),t.texSubImage2D(n.TEXTURE_2D,0,ae,Le,Ke,se,z,ie,w.data)}R.clearUpdateRanges(),t.pixelStorei(n.UNPACK_ROW_LENGTH,Y),t.pixelStorei(n.UNPACK_SKIP_PIXELS,j),t.pixelStorei(n.UNPACK_SKIP_ROWS,le)}}function nn(R,w,z){let ie=n.TEXTURE_2D;(w.isDataArrayTexture||w.isCompressedArrayTexture)&&(ie=n.TEXTURE_2D_ARRAY),w.isData3DTexture&&(ie=n.TEXTURE_3D);let J=Ct(R,w),oe=w.source;t.bindTexture(ie,R.__webglTexture,n.TEXTURE0+z);let he=i.get(oe);if(oe.version!==he.__version||J===!0){if(t.activeTexture(n.TEXTURE0+z),(typeof ImageBitmap<"u"&&w.image instanceof ImageBitmap)===!1){let se=et.getPrimaries(et.workingColorSpace),Ue=w.colorSpace===ds?null:et.getPrimaries(w.colorSpace),Ye=w.colorSpace===ds||se===Ue?n.NONE:n.BROWSER_DEFAULT_WEBGL;t.pixelStorei(n.UNPACK_FLIP_Y_WEBGL,w.flipY),t.pixelStorei(n.UNPACK_PREMULTIPLY_ALPHA_WEBGL,w.premultiplyAlpha),t.pixelStorei(n.UNPACK_COLORSPACE_CONVERSION_WEBGL,Ye)}t.pixelStorei(n.UNPACK_ALIGNMENT,w.unpackAlignment);let j=b(w.image,!1,s.maxTextureSize);j=Fe(w,j);let le=r.convert(w.format,w.colorSpace),N=r.convert(w.type),Z=T(w.internalFormat,le,N,w.normalized,w.colorSpace,w.isVideoTexture);bt(ie,w);let $,ce=w.mipmaps,re=w.isVideoTexture!==!0,ae=he.__version===void 0||J===!0,Le=oe.dataReady,Ke=S(w,j);if(w.isDepthTexture)Z=_(w.format===hs,w.type),ae&&(re?t.texStorage2D(n.TEXTURE_2D,1,Z,j.width,j.height):t.texImage2D(n.TEXTURE_2D,0,Z,j.width,j.height,0,le,N,null));else if(w.isDataTexture)if(ce.length>0){re&&ae&&t.texStorage2D(n.TEXTURE_2D,Ke,Z,ce[0].width,ce[0].height);for(let se=0,Ue=ce.length;se<Ue;se++)$=ce[se],re?Le&&t.texSubImage2D(n.TEXTURE_2D,se,0,0,$.width,$.height,le,N,$.data):t.texImage2D(n.TEXTURE_2D,se,Z,$.width,$.height,0,le,N,$.data);w.generateMipmaps=!1}else re?(ae&&t.texStorage2D(n.TEXTURE_2D,Ke,Z,j.width,j.height),Le&&vn(w,j,le,N)):t.texImage2D(n.TEXTURE_2D,0,Z,j.width,j.height,0,le,N,j.data);else if(w.isCompressedTexture)if(w.isCompressedArrayTexture){re&&ae&&t.texStorage3D(n.TEXTURE_2D_ARRAY,Ke,Z,ce[0].width,ce[0].height,j.depth);for(let se=0,Ue=ce.length;se<Ue;se++)if($=ce[se],w.format!==di)if(le!==null)if(re){if(Le)if(w.layerUpdates.size>0){let Ye=md($.width,$.height,w.format,w.type);for(let me of w.layerUpdates){let Mt=$.data.subarray(me*Ye/$.data.BYTES_PER_ELEMENT,(me+1)*Ye/$.data.BYTES_PER_ELEMENT);t.compressedTexSubImage3D(n.TEXTURE_2D_ARRAY,se,0,0,me,$.width,$.height,1,le,Mt)}}else t.compressedTexSubImage3D(n.TEXTURE_2D_ARRAY,se,0,0,0,$.width,$.height,j.depth,le,$.data)}else t.compressedTexImage3D(n.TEXTURE_2D_ARRAY,se,Z,$.width,$.height,j.depth,0,$.data,0,0);else Ie("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()");else re?Le&&t.texSubImage3D(n.TEXTURE_2D_ARRAY,se,0,0,0,$.width,$.height,j.depth,le,N,$.data):t.texImage3D(n.TEXTURE_2D_ARRAY,se,Z,$.width,$.height,j.depth,0,le,N,$.data);w.layerUpdates.size>0&&w.clearLayerUpdates()}else{re&&ae&&t.texStorage2D(n.TEXTURE_2D,Ke,Z,ce[0].width,ce[0].height);for(let se=0,Ue=ce.length;se<Ue;se++)$=ce[se],w.format!==di?le!==null?re?Le&&t.compressedTexSubImage2D(n.TEXTURE_2D,se,0,0,$.width,$.height,le,$.data):t.compressedTexImage2D(n.TEXTURE_2D,se,Z,$.width,$.height,0,$.data):Ie("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()"):re?Le&&t.texSubImage2D(n.TEXTURE_2D,se,0,0,$.width,$.height,le,N,$.data):t.texImage2D(n.TEXTURE_2D,se,Z,$.width,$.height,0,le,N,$.data)}else if(w.isDataArrayTexture)if(re){if(ae&&t.texStorage3D(n.TEXTURE_2D_ARRAY,Ke,Z,j.width,j.height,j.depth),Le)if(w.layerUpdates.size>0){let se=md(j.width,j.height,w.format,w.type);for(let Ue of w.layerUpdates){let Ye=j.data.subarray(Ue*se/j.data.BYTES_PER_ELEMENT,(Ue+1)*se/j.data.BYTES_PER_ELEMENT);t.texSubImage3D(n.TEXTURE_2D_ARRAY,0,0,0,Ue,j.width,j.height,1,le,N,Ye)}w.clearLayerUpdates()}else t.texSubImage3D(n.TEXTURE_2D_ARRAY,0,0,0,0,j.width,j.height,j.depth,le,N,j.data)}else t.texImage3D(n.TEXTURE_2D_ARRAY,0,Z,j.width,j.height,j.depth,0,le,N,j.data);else if(w.isData3DTexture)re?(ae&&t.texStorage3D(n.TEXTURE_3D,Ke,Z,j.width,j.height,j.depth),Le&&t.texSubImage3D(n.TEXTURE_3D,0,0,0,0,j.width,j.height,j.depth,le,N,j.data)):t.texImage3D(n.TEXTURE_3D,0,Z,j.width,j.height,j.depth,0,le,N,j.data);else if(w.isFramebufferTexture){if(ae)if(re)t.texStorage2D(n.TEXTURE_2D,Ke,Z,j.width,j.height);else{let se=j.width,Ue=j.height;for(let Ye=0;Ye<Ke;Ye++)t.texImage2D(n.TEXTURE_2D,Ye,Z,se,Ue,0,le,N,null),se>>=1,Ue>>=1}}else if(w.isHTMLTexture){if("texElementImage2D"in n){let se=n.canvas;if(se.hasAttribute("layoutsubtree")||se.setAttribute("layoutsubtree","true"),j.parentNode!==se){se.appendChild(j),d.add(w),se.onpaint=Ue=>{let Ye=Ue.changedElements;for(let me of d)Ye.includes(me.image)&&(me.needsUpdate=!0)},se.requestPaint();return}if(n.texElementImage2D.length===3)n.texElementImage2D(n.TEXTURE_2D,n.RGBA8,j);else{let Ye=n.RGBA,me=n.RGBA,Mt=n.UNSIGNED_BYTE;n.texElementImage2D(n.TEXTURE_2D,0,Ye,me,Mt,j)}n.texParameteri(n.TEXTURE_2D,n.TEXTURE_MIN_FILTER,n.LINEAR),n.texParameteri(n.TEXTURE_2D,n.TEXTURE_WRAP_S,n.CLAMP_TO_EDGE),n.texParameteri(n.TEXTURE_2D,n.TEXTURE_WRAP_T,n.CLAMP_TO_EDGE)}}else if(ce.length>0){if(re&&ae){let se=Ge(ce[0]);t.texStorage2D(n.TEXTURE_2D,Ke,Z,se.width,se.height)}for(let se=0,Ue=ce.length;se<Ue;se++)$=ce[se],re?Le&&t.texSubImage2D(n.TEXTURE_2D,se,0,0,le,N,$):t.texImage2D(n.TEXTURE_2D,se,Z,le,N,$);w.generateMipmaps=!1}else if(re){if(ae){let se=Ge(j);t.texStorage2D(n.TEXTURE_2D,Ke,Z,se.width,se.height)}Le&&t.texSubImage2D(n.TEXTURE_2D,0,0,0,le,N,j)}else t.texImage2D(n.TEXTURE_2D,0,Z,le,N,j);M(w)&&w.mipmapsAutoUpdate===!0&&v(ie),he.__version=oe.version,w.onUpdate&&w.onUpdate(w)}R.__version=w.version}function Vn(R,w,z){if(w.image.length!==6)return;let ie=Ct(R,w),J=w.source;t.bindTexture(n.TEXTURE_CUBE_MAP,R.__webglTexture,n.TEXTURE0+z);let oe=i.get(J);if(J.version!==oe.__version||ie===!0){t.activeTexture(n.TEXTURE0+z);let he=et.getPrimaries(et.workingColorSpace),Y=w.colorSpace===ds?null:et.getPrimaries(w.colorSpace),j=w.colorSpace===ds||he===Y?n.NONE:n.BROWSER_DEFAULT_WEBGL;t.pixelStorei(n.UNPACK_FLIP_Y_WEBGL,w.flipY),t.pixelStorei(n.UNPACK_PREMULTIPLY_ALPHA_WEBGL,w.premultiplyAlpha),t.pixelStorei(n.UNPACK_ALIGNMENT,w.unpackAlignment),t.pixelStorei(n.UNPACK_COLORSPACE_CONVERSION_WEBGL,j);let le=w.isCompressedTexture||w.image[0].isCompressedTexture,N=w.image[0]&&w.image[0].isDataTexture,Z=[];for(let me=0;me<6;me++)!le&&!N?Z[me]=b(w.image[me],!0,s.maxCubemapSize):Z[me]=N?w.image[me].image:w.image[me],Z[me]=Fe(w,Z[me]);let $=Z[0],ce=r.convert(w.format,w.colorSpace),re=r.convert(w.type),ae=T(w.internalFormat,ce,re,w.normalized,w.colorSpace),Le=w.isVideoTexture!==!0,Ke=oe.__version===void 0||ie===!0,se=J.dataReady,Ue=S(w,$);bt(n.TEXTURE_CUBE_MAP,w);let Ye;if(w.isDepthTexture){if(ae=_(w.format===hs,w.type),Ke)if(Le)t.texStorage2D(n.TEXTURE_CUBE_MAP,1,ae,$.width,$.height);else for(let me=0;me<6;me++)t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,0,ae,$.width,$.height,0,ce,re,null)}else if(le){Le&&Ke&&t.texStorage2D(n.TEXTURE_CUBE_MAP,Ue,ae,$.width,$.height);for(let me=0;me<6;me++){Ye=Z[me].mipmaps;for(let Mt=0;Mt<Ye.length;Mt++){let pn=Ye[Mt];w.format!==di?ce!==null?Le?se&&t.compressedTexSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,Mt,0,0,pn.width,pn.height,ce,pn.data):t.compressedTexImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,Mt,ae,pn.width,pn.height,0,pn.data):Ie("WebGLRenderer: Attempt to load unsupported compressed texture format in .setTextureCube()"):Le?se&&t.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,Mt,0,0,pn.width,pn.height,ce,re,pn.data):t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,Mt,ae,pn.width,pn.height,0,ce,re,pn.data)}}}else{if(Ye=w.mipmaps,Le&&Ke){Ye.length>0&&Ue++;let me=Ge(Z[0]);t.texStorage2D(n.TEXTURE_CUBE_MAP,Ue,ae,me.width,me.height)}for(let me=0;me<6;me++)if(N){Le?se&&t.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,0,0,0,Z[me].width,Z[me].height,ce,re,Z[me].data):t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,0,ae,Z[me].width,Z[me].height,0,ce,re,Z[me].data);for(let Mt=0;Mt<Ye.length;Mt++){let gs=Ye[Mt].image[me].image;Le?se&&t.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,Mt+1,0,0,gs.width,gs.height,ce,re,gs.data):t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,Mt+1,ae,gs.width,gs.height,0,ce,re,gs.data)}}else{Le?se&&t.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,0,0,0,ce,re,Z[me]):t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,0,ae,ce,re,Z[me]);for(let Mt=0;Mt<Ye.length;Mt++){let pn=Ye[Mt];Le?se&&t.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,Mt+1,0,0,ce,re,pn.image[me]):t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,Mt+1,ae,ce,re,pn.image[me])}}}M(w)&&w.mipmapsAutoUpdate===!0&&v(n.TEXTURE_CUBE_MAP),oe.__version=J.version,w.onUpdate&&w.onUpdate(w)}R.__version=w.version}function Ft(R,w,z,ie,J,oe){let he=r.convert(z.format,z.colorSpace),Y=r.convert(z.type),j=T(z.internalFormat,he,Y,z.normalized,z.colorSpace),le=i.get(w),N=i.get(z);if(N.__renderTarget=w,!le.__hasExternalTextures){let Z=Math.max(1,w.width>>oe),$=Math.max(1,w.height>>oe);J===n.TEXTURE_3D||J===n.TEXTURE_2D_ARRAY?t.texImage3D(J,oe,j,Z,$,w.depth,0,he,Y,null):t.texImage2D(J,oe,j,Z,$,0,he,Y,null)}t.bindFramebuffer(n.FRAMEBUFFER,R),fe(w)?a.framebufferTexture2DMultisampleEXT(n.FRAMEBUFFER,ie,J,N.__webglTexture,0,kt(w)):(J===n.TEXTURE_2D||J>=n.TEXTURE_CUBE_MAP_POSITIVE_X&&J<=n.TEXTURE_CUBE_MAP_NEGATIVE_Z)&&n.framebufferTexture2D(n.FRAMEBUFFER,ie,J,N.__webglTexture,oe),t.bindFramebuffer(n.FRAMEBUFFER,null)}function Ci(R,w,z){if(n.bindRenderbuffer(n.RENDERBUFFER,R),w.depthBuffer){let ie=w.depthTexture,J=ie&&ie.isDepthTexture?ie.type:null,oe=_(w.stencilBuffer,J),he=w.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT;fe(w)?a.renderbufferStorageMultisampleEXT(n.RENDERBUFFER,kt(w),oe,w.width,w.height):z?n.renderbufferStorageMultisample(n.RENDERBUFFER,kt(w),oe,w.width,w.height):n.renderbufferStorage(n.RENDERBUFFER,oe,w.width,w.height),n.framebufferRenderbuffer(n.FRAMEBUFFER,he,n.RENDERBUFFER,R)}else{let ie=w.textures;for(let J=0;J<ie.length;J++){let oe=ie[J],he=r.convert(oe.format,oe.colorSpace),Y=r.convert(oe.type),j=T(oe.internalFormat,he,Y,oe.normalized,oe.colorSpace);fe(w)?a.renderbufferStorageMultisampleEXT(n.RENDERBUFFER,kt(w),j,w.width,w.height):z?n.renderbufferStorageMultisample(n.RENDERBUFFER,kt(w),j,w.width,w.height):n.renderbufferStorage(n.RENDERBUFFER,j,w.width,w.height)}}n.bindRenderbuffer(n.RENDERBUFFER,null)}function fn(R,w,z){let ie=w.isWebGLCubeRenderTarget===!0;if(t.bindFramebuffer(n.FRAMEBUFFER,R),!(w.depthTexture&&w.depthTexture.isDepthTexture))throw new Error("THREE.WebGLTextures: renderTarget.depthTexture must be an instance of THREE.DepthTexture.");let J=i.get(w.depthTexture);J.__renderTarget=w;let oe=ie?w.depthTexture.image[0]:w.depthTexture.image;(!J.__webglTexture||oe.width!==w.width||oe.height!==w.height)&&(oe.width=w.width,oe.height=w.height,w.depthTexture.needsUpdate=!0),ie?ye(w.depthTexture,0):xe(w.depthTexture,0);let he=J.__webglTexture,Y=kt(w),j=ie?n.TEXTURE_CUBE_MAP_POSITIVE_X+z:n.TEXTURE_2D,le=w.depthTexture.format===hs?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT;if(w.depthTexture.format===ts)fe(w)?a.framebufferTexture2DMultisampleEXT(n.FRAMEBUFFER,le,j,he,0,Y):n.framebufferTexture2D(n.FRAMEBUFFER,le,j,he,0);else if(w.depthTexture.format===hs)fe(w)?a.framebufferTexture2DMultisampleEXT(n.FRAMEBUFFER,le,j,he,0,Y):n.framebufferTexture2D(n.FRAMEBUFFER,le,j,he,0);else throw new Error("THREE.WebGLTextures: Unknown depthTexture format.")}function Zn(R){let w=i.get(R),z=R.isWebGLCubeRenderTarget===!0;if(w.__boundDepthTexture!==R.depthTexture){let ie=R.depthTexture;if(w.__depthDisposeCallback&&w.__depthDisposeCallback(),ie){let J=()=>{delete w.__boundDepthTexture,delete w.__depthDisposeCallback,ie.removeEventListener("dispose",J)};ie.addEventListener("dispose",J),w.__depthDisposeCallback=J}w.__boundDepthTexture=ie}if(R.depthTexture&&!w.__autoAllocateDepthBuffer)if(z)for(let ie=0;ie<6;ie++)fn(w.__webglFramebuffer[ie],R,ie);else R.texture.mipmaps.length>0?fn(w.__webglFramebuffer[0],R,0):fn(w.__webglFramebuffer,R,0);else if(z){w.__webglDepthbuffer=[];for(let ie=0;ie<6;ie++)if(t.bindFramebuffer(n.FRAMEBUFFER,w.__webglFramebuffer[ie]),w.__webglDepthbuffer[ie]===void 0)w.__webglDepthbuffer[ie]=n.createRenderbuffer(),Ci(w.__webglDepthbuffer[ie],R,!1);else{let J=R.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT,oe=w.__webglDepthbuffer[ie];n.bindRenderbuffer(n.RENDERBUFFER,oe),n.framebufferRenderbuffer(n.FRAMEBUFFER,J,n.RENDERBUFFER,oe)}}else if(R.texture.mipmaps.length>0?t.bindFramebuffer(n.FRAMEBUFFER,w.__webglFramebuffer[0]):t.bindFramebuffer(n.FRAMEBUFFER,w.__webglFramebuffer),w.__webglDepthbuffer===void 0)w.__webglDepthbuffer=n.createRenderbuffer(),Ci(w.__webglDepthbuffer,R,!1);else{let J=R.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT,oe=w.__webglDepthbuffer;n.bindRenderbuffer(n.RENDERBUFFER,oe),n.framebufferRenderbuffer(n.FRAMEBUFFER,J,n.RENDERBUFFER,oe)}t.bindFramebuffer(n.FRAMEBUFFER,null)}function Jn(R,w,z){let ie=i.get(R);w!==void 0&&Ft(ie.__webglFramebuffer,R,R.texture,n.COLOR_ATTACHMENT0,n.TEXTURE_2D,0),z!==void 0&&Zn(R)}function Qn(R){let w=R.texture,z=i.get(R),ie=i.get(w);R.addEventListener("dispose",k),L(R);let J=R.textures,oe=R.isWebGLCubeRenderTarget===!0,he=J.length>1;if(he||(ie.__webglTexture===void 0&&(ie.__webglTexture=n.createTexture()),ie.__version=w.version,o.memory.textures++),oe){z.__webglFramebuffer=[];for(let Y=0;Y<6;Y++)if(w.mipmaps.length>0){z.__webglFramebuffer[Y]=[];for(let j=0;j<w.mipmaps.length;j++)z.__webglFramebuffer[Y][j]=n.createFramebuffer()}else z.__webglFramebuffer[Y]=n.createFramebuffer()}else{if(w.mipmaps.length>0){z.__webglFramebuffer=[];for(let Y=0;Y<w.mipmaps.length;Y++)z.__webglFramebuffer[Y]=n.createFramebuffer()}else z.__webglFramebuffer=n.createFramebuffer();if(he)for(let Y=0,j=J.length;Y<j;Y++){let le=i.get(J[Y]);le.__webglTexture===void 0&&(le.__webglTexture=n.createTexture(),o.memory.textures++)}if(R.samples>0&&fe(R)===!1){z.__webglMultisampledFramebuffer=n.createFramebuffer(),z.__webglColorRenderbuffer=[],t.bindFramebuffer(n.FRAMEBUFFER,z.__webglMultisampledFramebuffer);for(let Y=0;Y<J.length;Y++){let j=J[Y];z.__webglColorRenderbuffer[Y]=n.createRenderbuffer(),n.bindRenderbuffer(n.RENDERBUFFER,z.__webglColorRenderbuffer[Y]);let le=r.convert(j.format,j.colorSpace),N=r.convert(j.type),Z=T(j.internalFormat,le,N,j.normalized,j.colorSpace,R.isXRRenderTarget===!0),$=kt(R);n.renderbufferStorageMultisample(n.RENDERBUFFER,$,Z,R.width,R.height),n.framebufferRenderbuffer(n.FRAMEBUFFER,n.COLOR_ATTACHMENT0+Y,n.RENDERBUFFER,z.__webglColorRenderbuffer[Y])}n.bindRenderbuffer(n.RENDERBUFFER,null),R.depthBuffer&&(z.__webglDepthRenderbuffer=n.createRenderbuffer(),Ci(z.__webglDepthRenderbuffer,R,!0)),t.bindFramebuffer(n.FRAMEBUFFER,null)}}if(oe){t.bindTexture(n.TEXTURE_CUBE_MAP,ie.__webglTexture),bt(n.TEXTURE_CUBE_MAP,w);for(let Y=0;Y<6;Y++)if(w.mipmaps.length>0)for(let j=0;j<w.mipmaps.length;j++)Ft(z.__webglFramebuffer[Y][j],R,w,n.COLOR_ATTACHMENT0,n.TEXTURE_CUBE_MAP_POSITIVE_X+Y,j);else Ft(z.__webglFramebuffer[Y],R,w,n.COLOR_ATTACHMENT0,n.TEXTURE_CUBE_MAP_POSITIVE_X+Y,0);M(w)?v(n.TEXTURE_CUBE_MAP):w.mipmaps.length>0&&n.texParameteri(n.TEXTURE_CUBE_MAP,n.TEXTURE_MAX_LEVEL,w.mipmaps.length-1),t.unbindTexture()}else if(he){for(let Y=0,j=J.length;Y<j;Y++){let le=J[Y],N=i.get(le),Z=n.TEXTURE_2D;(R.isWebGL3DRenderTarget||R.isWebGLArrayRenderTarget)&&(Z=R.isWebGL3DRenderTarget?n.TEXTURE_3D:n.TEXTURE_2D_ARRAY),t.bindTexture(Z,N.__webglTexture),bt(Z,le),Ft(z.__webglFramebuffer,R,le,n.COLOR_ATTACHMENT0+Y,Z,0),M(le)&&v(Z)}t.unbindTexture()}else{let Y=n.TEXTURE_2D;if((R.isWebGL3DRenderTarget||R.isWebGLArrayRenderTarget)&&(Y=R.isWebGL3DRenderTarget?n.TEXTURE_3D:n.TEXTURE_2D_ARRAY),t.bindTexture(Y,ie.__webglTexture),bt(Y,w),w.mipmaps.length>0)for(let j=0;j<w.mipmaps.length;j++)Ft(z.__webglFramebuffer[j],R,w,n.COLOR_ATTACHMENT0,Y,j);else Ft(z.__webglFramebuffer,R,w,n.COLOR_ATTACHMENT0,Y,0);M(w)?v(Y):w.mipmaps.length>0&&n.texParameteri(Y,n.TEXTURE_MAX_LEVEL,w.mipmaps.length-1),t.unbindTexture()}R.depthBuffer&&Zn(R)}function O(R){let w=R.textures;for(let z=0,ie=w.length;z<ie;z++){let J=w[z];if(M(J)&&J.mipmapsAutoUpdate===!0){let oe=E(R),he=i.get(J).__webglTexture;t.bindTexture(oe,he),v(oe),t.unbindTexture()}}}let ei=[];function Ut(R){if(R.samples>0){if(fe(R)===!1){let w=R.textures,z=R.width,ie=R.height,J=n.COLOR_BUFFER_BIT,oe=R.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT,he=i.get(R),Y=w.length>1;if(Y)for(let le=0;le<w.length;le++)t.bindFramebuffer(n.FRAMEBUFFER,he.__webglMultisampledFramebuffer),n.framebufferRenderbuffer(n.FRAMEBUFFER,n.COLOR_ATTACHMENT0+le,n.RENDERBUFFER,null),t.bindFramebuffer(n.FRAMEBUFFER,he.__webglFramebuffer),n.framebufferTexture2D(n.DRAW_FRAMEBUFFER,n.COLOR_ATTACHMENT0+le,n.TEXTURE_2D,null,0);t.bindFramebuffer(n.READ_FRAMEBUFFER,he.__webglMultisampledFramebuffer),R.texture.mipmaps.length>0?t.bindFramebuffer(n.DRAW_FRAMEBUFFER,he.__webglFramebuffer[0]):t.bindFramebuffer(n.DRAW_FRAMEBUFFER,he.__webglFramebuffer);for(let le=0;le<w.length;le++){if(R.resolveDepthBuffer&&(R.depthBuffer&&(J|=n.DEPTH_BUFFER_BIT),R.stencilBuffer&&R.resolveStencilBuffer&&(J|=n.STENCIL_BUFFER_BIT)),Y){n.framebufferRenderbuffer(n.READ_FRAMEBUFFER,n.COLOR_ATTACHMENT0,n.RENDERBUFFER,he.__webglColorRenderbuffer[le]);let N=i.get(w[le]).__webglTexture;n.framebufferTexture2D(n.DRAW_FRAMEBUFFER,n.COLOR_ATTACHMENT0,n.TEXTURE_2D,N,0)}n.blitFramebuffer(0,0,z,ie,0,0,z,ie,J,n.NEAREST),c===!0&&(ei.length=0,ei.push(n.COLOR_ATTACHMENT0+le),R.depthBuffer&&R.storeMultisampledDepthBuffer===!1&&ei.push(oe),n.invalidateFramebuffer(n.READ_FRAMEBUFFER,ei))}if(t.bindFramebuffer(n.READ_FRAMEBUFFER,null),t.bindFramebuffer(n.DRAW_FRAMEBUFFER,null),Y)for(let le=0;le<w.length;le++){t.bindFramebuffer(n.FRAMEBUFFER,he.__webglMultisampledFramebuffer),n.framebufferRenderbuffer(n.FRAMEBUFFER,n.COLOR_ATTACHMENT0+le,n.RENDERBUFFER,he.__webglColorRenderbuffer[le]);let N=i.get(w[le]).__webglTexture;t.bindFramebuffer(n.FRAMEBUFFER,he.__webglFramebuffer),n.framebufferTexture2D(n.DRAW_FRAMEBUFFER,n.COLOR_ATTACHMENT0+le,n.TEXTURE_2D,N,0)}t.bindFramebuffer(n.DRAW_FRAMEBUFFER,he.__webglMultisampledFramebuffer)}else if(R.depthBuffer&&R.storeMultisampledDepthBuffer===!1&&c){let w=R.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT;n.invalidateFramebuffer(n.DRAW_FRAMEBUFFER,[w])}}}function kt(R){return Math.min(s.maxSamples,R.samples)}function fe(R){let w=i.get(R);return R.samples>0&&e.has("WEBGL_multisampled_render_to_texture")===!0&&w.__useRenderToTexture!==!1}function sn(R){let w=o.render.frame;u.get(R)!==w&&(u.set(R,w),R.update())}function Fe(R,w){let z=R.colorSpace,ie=R.format,J=R.type;return R.isCompressedTexture===!0||R.isVideoTexture===!0||z!==kn&&z!==ds&&(et.getTransfer(z)===yt?(ie!==di||J!==Wn)&&Ie("WebGLTextures: sRGB encoded textures have to use RGBAFormat and UnsignedByteType."):ze("WebGLTextures: Unsupported texture color space:",z)),w}function Ge(R){return typeof HTMLImageElement<"u"&&R instanceof HTMLImageElement?(l.width=R.naturalWidth||R.width,l.height=R.naturalHeight||R.height):typeof VideoFrame<"u"&&R instanceof VideoFrame?(l.width=R.displayWidth,l.height=R.displayHeight):(l.width=R.width,l.height=R.height),l}this.allocateTextureUnit=De,this.resetTextureUnits=Q,this.getTextureUnits=te,this.setTextureUnits=Ee,this.setTexture2D=xe,this.setTexture2DArray=Se,this.setTexture3D=Oe,this.setTextureCube=ye,this.rebindTextures=Jn,this.setupRenderTarget=Qn,this.updateRenderTargetMipmap=O,this.updateMultisampleRenderTarget=Ut,this.setupDepthRenderbuffer=Zn,this.setupFrameBufferTexture=Ft,this.useMultisampledRTT=fe,this.dispose=G}function hS(n,e){function t(i,s=ds){let r,o=et.getTransfer(s);if(i===Wn)return n.UNSIGNED_BYTE;if(i===dc)return n.UNSIGNED_SHORT_4_4_4_4;if(i===fc)return n.UNSIGNED_SHORT_5_5_5_1;if(i===Jh)return n.UNSIGNED_INT_5_9_9_9_REV;if(i===Qh)return n.UNSIGNED_INT_10F_11F_11F_REV;if(i===jh)return n.BYTE;if(i===Zh)return n.SHORT;if(i===po)return n.UNSIGNED_SHORT;if(i===hc)return n.INT;if(i===Ti)return n.UNSIGNED_INT;if(i===jn)return n.FLOAT;if(i===Ei)return n.HALF_FLOAT;if(i===ed)return n.ALPHA;if(i===td)return n.RGB;if(i===di)return n.RGBA;if(i===ts)return n.DEPTH_COMPONENT;if(i===hs)return n.DEPTH_STENCIL;if(i===pc)return n.RED;if(i===mc)return n.RED_INTEGER;if(i===Is)return n.RG;if(i===gc)return n.RG_INTEGER;if(i===xc)return n.RGBA_INTEGER;if(i===Ra||i===Ca||i===Pa||i===Ia)if(o===yt)if(r=e.get("WEBGL_compressed_texture_s3tc_srgb"),r!==null){if(i===Ra)return r.COMPRESSED_SRGB_S3TC_DXT1_EXT;if(i===Ca)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT1_EXT;if(i===Pa)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT3_EXT;if(i===Ia)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT5_EXT}else return null;else if(r=e.get("WEBGL_compressed_texture_s3tc"),r!==null){if(i===Ra)return r.COMPRESSED_RGB_S3TC_DXT1_EXT;if(i===Ca)return r.COMPRESSED_RGBA_S3TC_DXT1_EXT;if(i===Pa)return r.COMPRESSED_RGBA_S3TC_DXT3_EXT;if(i===Ia)return r.COMPRESSED_RGBA_S3TC_DXT5_EXT}else return null;if(i===_c||i===vc||i===yc||i===bc)if(r=e.get("WEBGL_compressed_texture_pvrtc"),r!==null){if(i===_c)return r.COMPRESSED_RGB_PVRTC_4BPPV1_IMG;if(i===vc)return r.COMPRESSED_RGB_PVRTC_2BPPV1_IMG;if(i===yc)return r.COMPRESSED_RGBA_PVRTC_4BPPV1_IMG;if(i===bc)return r.COMPRESSED_RGBA_PVRTC_2BPPV1_IMG}else return null;if(i===Mc||i===Sc||i===wc||i===Tc||i===Ec||i===La||i===Ac)if(r=e.get("WEBGL_compressed_texture_etc"),r!==null){if(i===Mc||i===Sc)return o===yt?r.COMPRESSED_SRGB8_ETC2:r.COMPRESSED_RGB8_ETC2;if(i===wc)return o===yt?r.COMPRESSED_SRGB8_ALPHA8_ETC2_EAC:r.COMPRESSED_RGBA8_ETC2_EAC;if(i===Tc)return r.COMPRESSED_R11_EAC;if(i===Ec)return r.COMPRESSED_SIGNED_R11_EAC;if(i===La)return r.COMPRESSED_RG11_EAC;if(i===Ac)return r.COMPRESSED_SIGNED_RG11_EAC}else return null;if(i===Rc||i===Cc||i===Pc||i===Ic||i===Lc||i===Nc||i===Dc||i===Uc||i===kc||i===Oc||i===Fc||i===Bc||i===zc||i===Vc)if(r=e.get("WEBGL_compressed_texture_astc"),r!==null){if(i===Rc)return o===yt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_4x4_KHR:r.COMPRESSED_RGBA_ASTC_4x4_KHR;if(i===Cc)return o===yt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_5x4_KHR:r.COMPRESSED_RGBA_ASTC_5x4_KHR;if(i===Pc)return o===yt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_5x5_KHR:r.COMPRESSED_RGBA_ASTC_5x5_KHR;if(i===Ic)return o===yt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_6x5_KHR:r.COMPRESSED_RGBA_ASTC_6x5_KHR;if(i===Lc)return o===yt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_6x6_KHR:r.COMPRESSED_RGBA_ASTC_6x6_KHR;if(i===Nc)return o===yt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x5_KHR:r.COMPRESSED_RGBA_ASTC_8x5_KHR;if(i===Dc)return o===yt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x6_KHR:r.COMPRESSED_RGBA_ASTC_8x6_KHR;if(i===Uc)return o===yt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x8_KHR:r.COMPRESSED_RGBA_ASTC_8x8_KHR;if(i===kc)return o===yt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x5_KHR:r.COMPRESSED_RGBA_ASTC_10x5_KHR;if(i===Oc)return o===yt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x6_KHR:r.COMPRESSED_RGBA_ASTC_10x6_KHR;if(i===Fc)return o===yt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x8_KHR:r.COMPRESSED_RGBA_ASTC_10x8_KHR;if(i===Bc)return o===yt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x10_KHR:r.COMPRESSED_RGBA_ASTC_10x10_KHR;if(i===zc)return o===yt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_12x10_KHR:r.COMPRESSED_RGBA_ASTC_12x10_KHR;if(i===Vc)return o===yt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_12x12_KHR:r.COMPRESSED_RGBA_ASTC_12x12_KHR}else return null;if(i===Hc||i===Gc||i===Wc)if(r=e.get("EXT_texture_compression_bptc"),r!==null){if(i===Hc)return o===yt?r.COMPRESSED_SRGB_ALPHA_BPTC_UNORM_EXT:r.COMPRESSED_RGBA_BPTC_UNORM_EXT;if(i===Gc)return r.COMPRESSED_RGB_BPTC_SIGNED_FLOAT_EXT;if(i===Wc)return r.COMPRESSED_RGB_BPTC_UNSIGNED_FLOAT_EXT}else return null;if(i===Xc||i===qc||i===Na||i===$c)if(r=e.get("EXT_texture_compression_rgtc"),r!==null){if(i===Xc)return r.COMPRESSED_RED_RGTC1_EXT;if(i===qc)return r.COMPRESSED_SIGNED_RED_RGTC1_EXT;if(i===Na)return r.COMPRESSED_RED_GREEN_RGTC2_EXT;if(i===$c)return r.COMPRESSED_SIGNED_RED_GREEN_RGTC2_EXT}else return null;return i===vr?n.UNSIGNED_INT_24_8:n[i]!==void 0?n[i]:null}return{convert:t}}var dS=`
void main() {

	gl_Position = vec4( position, 1.0 );

}`,fS=`
uniform sampler2DArray depthColor;
uniform float depthWidth;
uniform float depthHeight;

void main() {

	vec2 coord = vec2( gl_FragCoord.x / depthWidth, gl_FragCoord.y / depthHeight );

	if ( coord.x >= 1.0 ) {

		gl_FragDepth = texture( depthColor, vec3( coord.x - 1.0, coord.y, 1 ) ).r;

	} else {

		gl_FragDepth = texture( depthColor, vec3( coord.x, coord.y, 0 ) ).r;

	}

}`,wd=class{constructor(){this.texture=null,this.mesh=null,this.depthNear=0,this.depthFar=0}init(e,t){if(this.texture===null){let i=new aa(e.texture);(e.depthNear!==t.depthNear||e.depthFar!==t.depthFar)&&(this.depthNear=e.depthNear,this.depthFar=e.depthFar),this.texture=i}}getMesh(e){if(this.texture!==null&&this.mesh===null){let t=e.cameras[0].viewport,i=new oi({vertexShader:dS,fragmentShader:fS,uniforms:{depthColor:{value:this.texture},depthWidth:{value:t.z},depthHeight:{value:t.w}}});this.mesh=new mt(new hr(20,20),i)}return this.mesh}reset(){this.texture=null,this.mesh=null}getDepthTexture(){return this.texture}},Td=class extends bi{constructor(e,t){super();let i=this,s=null,r=1,o=null,a="local-floor",c=1,l=null,u=null,d=null,h=null,p=null,g=null,y=typeof XRWebGLBinding<"u",x=new wd,m={},b=t.getContextAttributes(),M=null,v=null,E=[],T=[],_=new Ne,S=null,L=null,C=new on;C.viewport=new Tt;let I=new on;I.viewport=new Tt;let k=[C,I],F=new ac,P=null,G=null;this.cameraAutoUpdate=!0,this.enabled=!1,this.isPresenting=!1,this.getController=function(K){let xe=E[K];return xe===void 0&&(xe=new eo,E[K]=xe),xe.getTargetRaySpace()},this.getControllerGrip=function(K){let xe=E[K];return xe===void 0&&(xe=new eo,E[K]=xe),xe.getGripSpace()},this.getHand=function(K){let xe=E[K];return xe===void 0&&(xe=new eo,E[K]=xe),xe.getHandSpace()};function X(K){let xe=T.indexOf(K.inputSource);if(xe===-1)return;let Se=E[xe];Se!==void 0&&(Se.update(K.inputSource,K.frame,l||o),Se.dispatchEvent({type:K.type,data:K.inputSource}))}function H(){s.removeEventListener("select",X),s.removeEventListener("selectstart",X),s.removeEventListener("selectend",X),s.removeEventListener("squeeze",X),s.removeEventListener("squeezestart",X),s.removeEventListener("squeezeend",X),s.removeEventListener("end",H),s.removeEventListener("inputsourceschange",ee);for(let K=0;K<E.length;K++){let xe=T[K];xe!==null&&(T[K]=null,E[K].disconnect(xe))}P=null,G=null,x.reset();for(let K in m)delete m[K];if(e.setRenderTarget(M),p=null,h=null,d=null,s=null,v=null,De.stop(),i.isPresenting=!1,e.setPixelRatio(S),e.setSize(_.width,_.height,!1),L!==null){let K=L.camera;K.fov=L.fov,K.zoom=L.zoom,K.updateProjectionMatrix(),L=null}i.dispatchEvent({type:"sessionend"})}this.setFramebufferScaleFactor=function(K){r=K,i.isPresenting===!0&&Ie("WebXRManager: Cannot change framebuffer scale while presenting.")},this.setReferenceSpaceType=function(K){a=K,i.isPresenting===!0&&Ie("WebXRManager: Cannot change reference space type while presenting.")},this.getReferenceSpace=function(){return l||o},this.setReferenceSpace=function(K){l=K},this.getBaseLayer=function(){return h!==null?h:p},this.getBinding=function(){return d===null&&y&&(d=new XRWebGLBinding(s,t)),d},this.getFrame=function(){return g},this.getSession=function(){return s},this.setSession=async function(K){if(s=K,s!==null){if(M=e.getRenderTarget(),s.addEventListener("select",X),s.addEventListener("selectstart",X),s.addEventListener("selectend",X),s.addEventListener("squeeze",X),s.addEventListener("squeezestart",X),s.addEventListener("squeezeend",X),s.addEventListener("end",H),s.addEventListener("inputsourceschange",ee),b.xrCompatible!==!0&&await t.makeXRCompatible(),S=e.getPixelRatio(),e.getSize(_),y&&"createProjectionLayer"in XRWebGLBinding.prototype){let Se=null,Oe=null,ye=null;b.depth&&(ye=b.stencil?t.DEPTH24_STENCIL8:t.DEPTH_COMPONENT24,Se=b.stencil?hs:ts,Oe=b.stencil?vr:Ti);let qe={colorFormat:t.RGBA8,depthFormat:ye,scaleFactor:r};d=this.getBinding(),h=d.createProjectionLayer(qe),s.updateRenderState({layers:[h]}),e.setPixelRatio(1),e.setSize(h.textureWidth,h.textureHeight,!1),v=new On(h.textureWidth,h.textureHeight,{format:di,type:Wn,depthTexture:new rs(h.textureWidth,h.textureHeight,Oe,void 0,void 0,void 0,void 0,void 0,void 0,Se),stencilBuffer:b.stencil,colorSpace:e.outputColorSpace,samples:b.antialias?4:0,resolveDepthBuffer:h.ignoreDepthValues===!1,resolveStencilBuffer:h.ignoreDepthValues===!1,storeMultisampledDepthBuffer:h.ignoreDepthValues===!1,storeMultisampledStencilBuffer:h.ignoreDepthValues===!1})}else{let Se={antialias:b.antialias,alpha:!0,depth:b.depth,stencil:b.stencil,framebufferScaleFactor:r};p=new XRWebGLLayer(s,t,Se),s.updateRenderState({baseLayer:p}),e.setPixelRatio(1),e.setSize(p.framebufferWidth,p.framebufferHeight,!1),v=new On(p.framebufferWidth,p.framebufferHeight,{format:di,type:Wn,colorSpace:e.outputColorSpace,stencilBuffer:b.stencil,resolveDepthBuffer:p.ignoreDepthValues===!1,resolveStencilBuffer:p.ignoreDepthValues===!1,storeMultisampledDepthBuffer:p.ignoreDepthValues===!1,storeMultisampledStencilBuffer:p.ignoreDepthValues===!1})}v.isXRRenderTarget=!0,this.setFoveation(c),l=null,o=await s.requestReferenceSpace(a),De.setContext(s),De.start(),i.isPresenting=!0,i.dispatchEvent({type:"sessionstart"})}},this.getEnvironmentBlendMode=function(){if(s!==null)return s.environmentBlendMode},this.getDepthTexture=function(){return x.getDepthTexture()};function ee(K){for(let xe=0;xe<K.removed.length;xe++){let Se=K.removed[xe],Oe=T.indexOf(Se);Oe>=0&&(T[Oe]=null,E[Oe].disconnect(Se))}for(let xe=0;xe<K.added.length;xe++){let Se=K.added[xe],Oe=T.indexOf(Se);if(Oe===-1){for(let qe=0;qe<E.length;qe++)if(qe>=T.length){T.push(Se),Oe=qe;break}else if(T[qe]===null){T[qe]=Se,Oe=qe;break}if(Oe===-1)break}let ye=E[Oe];ye&&ye.connect(Se)}}function q(K,xe){xe===null?K.matrixWorld.copy(K.matrix):K.matrixWorld.multiplyMatrices(xe.matrixWorld,K.matrix),K.matrixWorldInverse.copy(K.matrixWorld).invert()}this.updateCamera=function(K){if(s===null)return;let xe=K.near,Se=K.far;x.texture!==null&&(x.depthNear>0&&(xe=x.depthNear),x.depthFar>0&&(Se=x.depthFar)),F.near=I.near=C.near=xe,F.far=I.far=C.far=Se,(P!==F.near||G!==F.far)&&(s.updateRenderState({depthNear:F.near,depthFar:F.far}),P=F.near,G=F.far),F.layers.mask=K.layers.mask|6,C.layers.mask=F.layers.mask&-5,I.layers.mask=F.layers.mask&-3;let Oe=K.parent,ye=F.cameras;q(F,Oe);for(let qe=0;qe<ye.length;qe++)q(ye[qe],Oe);F.projectionMatrix.copy(C.projectionMatrix),F.projectionMatrixInverse.copy(C.projectionMatrixInverse),L===null&&K.isPerspectiveCamera&&(L={camera:K,fov:K.fov,zoom:K.zoom}),Q(K,F,Oe)};function Q(K,xe,Se){Se===null?K.matrix.copy(xe.matrixWorld):(K.matrix.copy(Se.matrixWorld),K.matrix.invert(),K.matrix.multiply(xe.matrixWorld)),K.matrix.decompose(K.position,K.quaternion,K.scale),K.updateMatrixWorld(!0),K.projectionMatrix.copy(xe.projectionMatrix),K.projectionMatrixInverse.copy(xe.projectionMatrixInverse),K.isPerspectiveCamera&&(K.fov=or*2*Math.atan(1/K.projectionMatrix.elements[5]),K.zoom=1)}this.getCamera=function(){return F},this.getFoveation=function(){if(!(h===null&&p===null))return c},this.setFoveation=function(K){c=K,h!==null&&(h.fixedFoveation=K),p!==null&&p.fixedFoveation!==void 0&&(p.fixedFoveation=K)},this.hasDepthSensing=function(){return x.texture!==null},this.getDepthSensingMesh=function(){return x.getMesh(F)},this.getCameraTexture=function(K){return m[K]};let te=null;function Ee(K,xe){if(u=xe.getViewerPose(l||o),g=xe,u!==null){let Se=u.views;p!==null&&(e.setRenderTargetFramebuffer(v,p.framebuffer),e.setRenderTarget(v));let Oe=!1;Se.length!==F.cameras.length&&(F.cameras.length=0,Oe=!0);for(let Be=0;Be<Se.length;Be++){let bt=Se[Be],Ct=null;if(p!==null)Ct=p.getViewport(bt);else{let vn=d.getViewSubImage(h,bt);Ct=vn.viewport,Be===0&&(e.setRenderTargetTextures(v,vn.colorTexture,vn.depthStencilTexture),e.setRenderTarget(v))}let rt=k[Be];rt===void 0&&(rt=new on,rt.layers.enable(Be),rt.viewport=new Tt,k[Be]=rt),rt.matrix.fromArray(bt.transform.matrix),rt.matrix.decompose(rt.position,rt.quaternion,rt.scale),rt.projectionMatrix.fromArray(bt.projectionMatrix),rt.projectionMatrixInverse.copy(rt.projectionMatrix).invert(),rt.viewport.set(Ct.x,Ct.y,Ct.width,Ct.height),Be===0&&(F.matrix.copy(rt.matrix),F.matrix.decompose(F.position,F.quaternion,F.scale)),Oe===!0&&F.cameras.push(rt)}let ye=s.enabledFeatures;if(ye&&ye.includes("depth-sensing")&&s.depthUsage=="gpu-optimized"&&y){d=i.getBinding();let Be=d.getDepthInformation(Se[0]);Be&&Be.isValid&&Be.texture&&x.init(Be,s.renderState)}if(ye&&ye.includes("camera-access")&&y){e.state.unbindTexture(),d=i.getBinding();for(let Be=0;Be<Se.length;Be++){let bt=Se[Be].camera;if(bt){let Ct=m[bt];Ct||(Ct=new aa,m[bt]=Ct);let rt=d.getCameraImage(bt);Ct.sourceTexture=rt}}}}for(let Se=0;Se<E.length;Se++){let Oe=T[Se],ye=E[Se];Oe!==null&&ye!==void 0&&ye.update(Oe,xe,l||o)}te&&te(K,xe),xe.detectedPlanes&&i.dispatchEvent({type:"planesdetected",data:xe}),g=null}let De=new zg;De.setAnimationLoop(Ee),this.setAnimationLoop=function(K){te=K},this.dispose=function(){}}},pS=new Xe,jg=new He;jg.set(-1,0,0,0,1,0,0,0,1);function mS(n,e){function t(x,m){x.matrixAutoUpdate===!0&&x.updateMatrix(),m.value.copy(x.matrix)}function i(x,m){m.color.getRGB(x.fogColor.value,dd(n)),m.isFog?(x.fogNear.value=m.near,x.fogFar.value=m.far):m.isFogExp2&&(x.fogDensity.value=m.density)}function s(x,m,b,M,v){m.isNodeMaterial?m.uniformsNeedUpdate=!1:m.isMeshBasicMaterial?r(x,m):m.isMeshLambertMaterial?(r(x,m),m.envMap&&(x.envMapIntensity.value=m.envMapIntensity)):m.isMeshToonMaterial?(r(x,m),d(x,m)):m.isMeshPhongMaterial?(r(x,m),u(x,m),m.envMap&&(x.envMapIntensity.value=m.envMapIntensity)):m.isMeshStandardMaterial?(r(x,m),h(x,m),m.isMeshPhysicalMaterial&&p(x,m,v)):m.isMeshMatcapMaterial?(r(x,m),g(x,m)):m.isMeshDepthMaterial?r(x,m):m.isMeshDistanceMaterial?(r(x,m),y(x,m)):m.isMeshNormalMaterial?r(x,m):m.isLineBasicMaterial?(o(x,m),m.isLineDashedMaterial&&a(x,m)):m.isPointsMaterial?c(x,m,b,M):m.isSpriteMaterial?l(x,m):m.isShadowMaterial?(x.color.value.copy(m.color),x.opacity.value=m.opacity):m.isShaderMaterial&&(m.uniformsNeedUpdate=!1)}function r(x,m){x.opacity.value=m.opacity,m.color&&x.diffuse.value.copy(m.color),m.emissive&&x.emissive.value.copy(m.emissive).multiplyScalar(m.emissiveIntensity),m.map&&(x.map.value=m.map,t(m.map,x.mapTransform)),m.alphaMap&&(x.alphaMap.value=m.alphaMap,t(m.alphaMap,x.alphaMapTransform)),m.bumpMap&&(x.bumpMap.value=m.bumpMap,t(m.bumpMap,x.bumpMapTransform),x.bumpScale.value=m.bumpScale,m.side===cn&&(x.bumpScale.value*=-1)),m.normalMap&&(x.normalMap.value=m.normalMap,t(m.normalMap,x.normalMapTransform),x.normalScale.value.copy(m.normalScale),m.side===cn&&x.normalScale.value.negate()),m.displacementMap&&(x.displacementMap.value=m.displacementMap,t(m.displacementMap,x.displacementMapTransform),x.displacementScale.value=m.displacementScale,x.displacementBias.value=m.displacementBias),m.emissiveMap&&(x.emissiveMap.value=m.emissiveMap,t(m.emissiveMap,x.emissiveMapTransform)),m.specularMap&&(x.specularMap.value=m.specularMap,t(m.specularMap,x.specularMapTransform)),m.alphaTest>0&&(x.alphaTest.value=m.alphaTest);let b=e.get(m),M=b.envMap,v=b.envMapRotation;M&&(x.envMap.value=M,x.envMapRotation.value.setFromMatrix4(pS.makeRotationFromEuler(v)).transpose(),M.isCubeTexture&&M.isRenderTargetTexture===!1&&x.envMapRotation.value.premultiply(jg),x.reflectivity.value=m.reflectivity,x.ior.value=m.ior,x.refractionRatio.value=m.refractionRatio),m.lightMap&&(x.lightMap.value=m.lightMap,x.lightMapIntensity.value=m.lightMapIntensity,t(m.lightMap,x.lightMapTransform)),m.aoMap&&(x.aoMap.value=m.aoMap,x.aoMapIntensity.value=m.aoMapIntensity,t(m.aoMap,x.aoMapTransform))}function o(x,m){x.diffuse.value.copy(m.color),x.opacity.value=m.opacity,m.map&&(x.map.value=m.map,t(m.map,x.mapTransform))}function a(x,m){x.dashSize.value=m.dashSize,x.totalSize.value=m.dashSize+m.gapSize,x.scale.value=m.scale}function c(x,m,b,M){x.diffuse.value.copy(m.color),x.opacity.value=m.opacity,x.size.value=m.size*b,x.scale.value=M*.5,m.map&&(x.map.value=m.map,t(m.map,x.uvTransform)),m.alphaMap&&(x.alphaMap.value=m.alphaMap,t(m.alphaMap,x.alphaMapTransform)),m.alphaTest>0&&(x.alphaTest.value=m.alphaTest)}function l(x,m){x.diffuse.value.copy(m.color),x.opacity.value=m.opacity,x.rotation.value=m.rotation,m.map&&(x.map.value=m.map,t(m.map,x.mapTransform)),m.alphaMap&&(x.alphaMap.value=m.alphaMap,t(m.alphaMap,x.alphaMapTransform)),m.alphaTest>0&&(x.alphaTest.value=m.alphaTest)}function u(x,m){x.specular.value.copy(m.specular),x.shininess.value=Math.max(m.shininess,1e-4)}function d(x,m){m.gradientMap&&(x.gradientMap.value=m.gradientMap)}function h(x,m){x.metalness.value=m.metalness,m.metalnessMap&&(x.metalnessMap.value=m.metalnessMap,t(m.metalnessMap,x.metalnessMapTransform)),x.roughness.value=m.roughness,m.roughnessMap&&(x.roughnessMap.value=m.roughnessMap,t(m.roughnessMap,x.roughnessMapTransform)),m.envMap&&(x.envMapIntensity.value=m.envMapIntensity)}function p(x,m,b){x.ior.value=m.ior,m.diffuseRoughness>0&&(x.diffuseRoughness.value=m.diffuseRoughness,m.diffuseRoughnessMap&&(x.diffuseRoughnessMap.value=m.diffuseRoughnessMap,t(m.diffuseRoughnessMap,x.diffuseRoughnessMapTransform))),m.sheen>0&&(x.sheenColor.value.copy(m.sheenColor).multiplyScalar(m.sheen),x.sheenRoughness.value=m.sheenRoughness,m.sheenColorMap&&(x.sheenColorMap.value=m.sheenColorMap,t(m.sheenColorMap,x.sheenColorMapTransform)),m.sheenRoughnessMap&&(x.sheenRoughnessMap.value=m.sheenRoughnessMap,t(m.sheenRoughnessMap,x.sheenRoughnessMapTransform))),m.clearcoat>0&&(x.clearcoat.value=m.clearcoat,x.clearcoatRoughness.value=m.clearcoatRoughness,m.clearcoatMap&&(x.clearcoatMap.value=m.clearcoatMap,t(m.clearcoatMap,x.clearcoatMapTransform)),m.clearcoatRoughnessMap&&(x.clearcoatRoughnessMap.value=m.clearcoatRoughnessMap,t(m.clearcoatRoughnessMap,x.clearcoatRoughnessMapTransform)),m.clearcoatNormalMap&&(x.clearcoatNormalMap.value=m.clearcoatNormalMap,t(m.clearcoatNormalMap,x.clearcoatNormalMapTransform),x.clearcoatNormalScale.value.copy(m.clearcoatNormalScale),m.side===cn&&x.clearcoatNormalScale.value.negate())),m.dispersion>0&&(x.dispersion.value=m.dispersion),m.retroreflectivity>0&&(x.retroreflectivity.value=m.retroreflectivity),m.iridescence>0&&(x.iridescence.value=m.iridescence,x.iridescenceIOR.value=m.iridescenceIOR,x.iridescenceThicknessMinimum.value=m.iridescenceThicknessMinimum,x.iridescenceThicknessMaximum.value=m.iridescenceThicknessMaximum,m.iridescenceMap&&(x.iridescenceMap.value=m.iridescenceMap,t(m.iridescenceMap,x.iridescenceMapTransform)),m.iridescenceThicknessMap&&(x.iridescenceThicknessMap.value=m.iridescenceThicknessMap,t(m.iridescenceThicknessMap,x.iridescenceThicknessMapTransform))),m.transmission>0&&(x.transmission.value=m.transmission,x.transmissionSamplerMap.value=b.texture,x.transmissionSamplerSize.value.set(b.width,b.height),m.transmissionMap&&(x.transmissionMap.value=m.transmissionMap,t(m.transmissionMap,x.transmissionMapTransform)),x.thickness.value=m.thickness,m.thicknessMap&&(x.thicknessMap.value=m.thicknessMap,t(m.thicknessMap,x.thicknessMapTransform)),x.attenuationDistance.value=m.attenuationDistance,x.attenuationColor.value.copy(m.attenuationColor)),m.anisotropy>0&&(x.anisotropyVector.value.set(m.anisotropy*Math.cos(m.anisotropyRotation),m.anisotropy*Math.sin(m.anisotropyRotation)),m.anisotropyMap&&(x.anisotropyMap.value=m.anisotropyMap,t(m.anisotropyMap,x.anisotropyMapTransform))),x.specularIntensity.value=m.specularIntensity,x.specularColor.value.copy(m.specularColor),m.specularColorMap&&(x.specularColorMap.value=m.specularColorMap,t(m.specularColorMap,x.specularColorMapTransform)),m.specularIntensityMap&&(x.specularIntensityMap.value=m.specularIntensityMap,t(m.specularIntensityMap,x.specularIntensityMapTransform))}function g(x,m){m.matcap&&(x.matcap.value=m.matcap)}function y(x,m){let b=e.get(m).light;x.referencePosition.value.setFromMatrixPosition(b.matrixWorld),x.nearDistance.value=b.shadow.camera.near,x.farDistance.value=b.shadow.camera.far}return{refreshFogUniforms:i,refreshMaterialUniforms:s}}function gS(n,e,t,i){let s={},r={};function o(b,M){let v=M.program;i.uniformBlockBinding(b,v,s[b.id])}function a(b,M){let v=s[b.id];v===void 0&&(g(b),v=c(b),s[b.id]=v,b.addEventListener("dispose",x));let E=M.program;i.updateUBOMapping(b,E);let T=e.render.frame;r[b.id]!==T&&(l(b),r[b.id]=T)}function c(b){let M=n.createBuffer(),v=b.__size,E=b.usage;return n.bindBuffer(n.UNIFORM_BUFFER,M),n.bufferData(n.UNIFORM_BUFFER,v,E),n.bindBuffer(n.UNIFORM_BUFFER,null),M}function l(b){let M=s[b.id],v=b.uniforms,E=b.__cache;n.bindBuffer(n.UNIFORM_BUFFER,M);for(let T=0,_=v.length;T<_;T++){let S=v[T];if(Array.isArray(S))for(let L=0,C=S.length;L<C;L++)u(S[L],T,L,E);else u(S,T,0,E)}n.bindBuffer(n.UNIFORM_BUFFER,null)}function u(b,M,v,E){if(h(b,M,v,E)===!0){let T=b.__offset,_=b.value;if(Array.isArray(_)){let S=0;for(let L=0;L<_.length;L++){let C=_[L],I=y(C,!0);d(C,b.__data,S),S+=I.storage/Float32Array.BYTES_PER_ELEMENT}}else d(_,b.__data,0);n.bufferSubData(n.UNIFORM_BUFFER,T,b.__data)}}function d(b,M,v){typeof b=="number"||typeof b=="boolean"?M[v]=b:b.isMatrix3?(M[v]=b.elements[0],M[v+1]=b.elements[1],M[v+2]=b.elements[2],M[v+3]=0,M[v+4]=b.elements[3],M[v+5]=b.elements[4],M[v+6]=b.elements[5],M[v+7]=0,M[v+8]=b.elements[6],M[v+9]=b.elements[7],M[v+10]=b.elements[8],M[v+11]=0):ArrayBuffer.isView(b)?M.set(b.subarray(0,M.length-v),v):b.toArray(M,v)}function h(b,M,v,E){let T=b.value,_=M+"_"+v;if(Array.isArray(T)){E[_]===void 0&&(E[_]=[]);let S=E[_],L=!1;for(let C=0;C<T.length;C++)p(T[C],S,C)===!0&&(L=!0);return L}return p(T,E,_)}function p(b,M,v){if(M[v]===void 0)return typeof b=="number"||typeof b=="boolean"?M[v]=b:ArrayBuffer.isView(b)?M[v]=b.slice():M[v]=b.clone(),!0;{let E=M[v];if(typeof b=="number"||typeof b=="boolean"){if(E!==b)return M[v]=b,!0}else{if(ArrayBuffer.isView(b))return!0;if(E.equals(b)===!1)return E.copy(b),!0}}return!1}function g(b){let M=b.uniforms,v=0,E=16;for(let _=0,S=M.length;_<S;_++){let L=Array.isArray(M[_])?M[_]:[M[_]];for(let C=0,I=L.length;C<I;C++){let k=L[C],F=Array.isArray(k.value)?k.value:[k.value],P=Array.isArray(M[_])||Array.isArray(k.value),G=v;for(let H=0,ee=F.length;H<ee;H++){let q=F[H],Q=y(q,P),te=v%E,Ee=te%Q.boundary,De=te+Ee;v+=Ee,De!==0&&E-De<Q.storage&&(v+=E-De),H===0&&(G=v),v+=Q.storage}let X=k.type==="int"?Int32Array:k.type==="uint"?Uint32Array:Float32Array;k.__data=new X((v-G)/Float32Array.BYTES_PER_ELEMENT),k.__offset=G}}let T=v%E;return T>0&&(v+=E-T),b.__size=v,b.__cache={},this}function y(b,M){let v={boundary:0,storage:0};return typeof b=="number"||typeof b=="boolean"?(v.boundary=4,v.storage=4):b.isVector2?(v.boundary=8,v.storage=8):b.isVector3||b.isColor?(v.boundary=16,v.storage=12):b.isVector4?(v.boundary=16,v.storage=16):b.isMatrix3?(v.boundary=16,v.storage=48):b.isMatrix4?(v.boundary=16,v.storage=64):b.isTexture?Ie("WebGLRenderer: Texture samplers can not be part of an uniforms group."):ArrayBuffer.isView(b)?(v.boundary=16,v.storage=b.byteLength):Ie("WebGLRenderer: Unsupported uniform value type.",b),M===!0&&(v.boundary=16,v.storage=Math.ceil(v.storage/16)*16),v}function x(b){let M=b.target;M.removeEventListener("dispose",x),n.deleteBuffer(s[M.id]),delete s[M.id],delete r[M.id]}function m(){for(let b in s)n.deleteBuffer(s[b]);s={},r={}}return{bind:o,update:a,dispose:m}}var xS=new Uint16Array([12469,15057,12620,14925,13266,14620,13807,14376,14323,13990,14545,13625,14713,13328,14840,12882,14931,12528,14996,12233,15039,11829,15066,11525,15080,11295,15085,10976,15082,10705,15073,10495,13880,14564,13898,14542,13977,14430,14158,14124,14393,13732,14556,13410,14702,12996,14814,12596,14891,12291,14937,11834,14957,11489,14958,11194,14943,10803,14921,10506,14893,10278,14858,9960,14484,14039,14487,14025,14499,13941,14524,13740,14574,13468,14654,13106,14743,12678,14818,12344,14867,11893,14889,11509,14893,11180,14881,10751,14852,10428,14812,10128,14765,9754,14712,9466,14764,13480,14764,13475,14766,13440,14766,13347,14769,13070,14786,12713,14816,12387,14844,11957,14860,11549,14868,11215,14855,10751,14825,10403,14782,10044,14729,9651,14666,9352,14599,9029,14967,12835,14966,12831,14963,12804,14954,12723,14936,12564,14917,12347,14900,11958,14886,11569,14878,11247,14859,10765,14828,10401,14784,10011,14727,9600,14660,9289,14586,8893,14508,8533,15111,12234,15110,12234,15104,12216,15092,12156,15067,12010,15028,11776,14981,11500,14942,11205,14902,10752,14861,10393,14812,9991,14752,9570,14682,9252,14603,8808,14519,8445,14431,8145,15209,11449,15208,11451,15202,11451,15190,11438,15163,11384,15117,11274,15055,10979,14994,10648,14932,10343,14871,9936,14803,9532,14729,9218,14645,8742,14556,8381,14461,8020,14365,7603,15273,10603,15272,10607,15267,10619,15256,10631,15231,10614,15182,10535,15118,10389,15042,10167,14963,9787,14883,9447,14800,9115,14710,8665,14615,8318,14514,7911,14411,7507,14279,7198,15314,9675,15313,9683,15309,9712,15298,9759,15277,9797,15229,9773,15166,9668,15084,9487,14995,9274,14898,8910,14800,8539,14697,8234,14590,7790,14479,7409,14367,7067,14178,6621,15337,8619,15337,8631,15333,8677,15325,8769,15305,8871,15264,8940,15202,8909,15119,8775,15022,8565,14916,8328,14804,8009,14688,7614,14569,7287,14448,6888,14321,6483,14088,6171,15350,7402,15350,7419,15347,7480,15340,7613,15322,7804,15287,7973,15229,8057,15148,8012,15046,7846,14933,7611,14810,7357,14682,7069,14552,6656,14421,6316,14251,5948,14007,5528,15356,5942,15356,5977,15353,6119,15348,6294,15332,6551,15302,6824,15249,7044,15171,7122,15070,7050,14949,6861,14818,6611,14679,6349,14538,6067,14398,5651,14189,5311,13935,4958,15359,4123,15359,4153,15356,4296,15353,4646,15338,5160,15311,5508,15263,5829,15188,6042,15088,6094,14966,6001,14826,5796,14678,5543,14527,5287,14377,4985,14133,4586,13869,4257,15360,1563,15360,1642,15358,2076,15354,2636,15341,3350,15317,4019,15273,4429,15203,4732,15105,4911,14981,4932,14836,4818,14679,4621,14517,4386,14359,4156,14083,3795,13808,3437,15360,122,15360,137,15358,285,15355,636,15344,1274,15322,2177,15281,2765,15215,3223,15120,3451,14995,3569,14846,3567,14681,3466,14511,3305,14344,3121,14037,2800,13753,2467,15360,0,15360,1,15359,21,15355,89,15346,253,15325,479,15287,796,15225,1148,15133,1492,15008,1749,14856,1882,14685,1886,14506,1783,14324,1608,13996,1398,13702,1183]),Fi=null;function _S(){return Fi===null&&(Fi=new so(xS,16,16,Is,Ei),Fi.name="DFG_LUT",Fi.minFilter=an,Fi.magFilter=an,Fi.wrapS=ii,Fi.wrapT=ii,Fi.generateMipmaps=!1,Fi.needsUpdate=!0),Fi}var Zc=class{constructor(e={}){let{canvas:t=hg(),context:i=null,depth:s=!0,stencil:r=!1,alpha:o=!1,antialias:a=!1,premultipliedAlpha:c=!0,preserveDrawingBuffer:l=!1,powerPreference:u="default",failIfMajorPerformanceCaveat:d=!1,reversedDepthBuffer:h=!1,outputBufferType:p=Wn}=e;this.isWebGLRenderer=!0;let g;if(i!==null){if(typeof WebGLRenderingContext<"u"&&i instanceof WebGLRenderingContext)throw new Error("THREE.WebGLRenderer: WebGL 1 is not supported since r163.");g=i.getContextAttributes().alpha}else g=o;let y=p,x=new Set([xc,gc,mc]),m=new Set([Wn,Ti,po,vr,dc,fc]),b=new Uint32Array(4),M=new Int32Array(4),v={textures:[],min:[],max:[],resolution:[]},E=null,T=null,_=[],S=[],L=null;this.domElement=t,this.debug={checkShaderErrors:!0,diagnostics:{keywords:!1},onShaderError:null},this.autoClear=!0,this.autoClearColor=!0,this.autoClearDepth=!0,this.autoClearStencil=!0,this.sortObjects=!0,this.clippingPlanes=[],this.localClippingEnabled=!1,this.toneMapping=ui,this.toneMappingExposure=1,this.transmissionResolutionScale=1;let C=this,I=!1,k=null,F=null,P=null,G=null;this._outputColorSpace=xt;let X=0,H=0,ee=null,q=-1,Q=null,te=new Tt,Ee=new Tt,De=null,K=new pe(0),xe=0,Se=t.width,Oe=t.height,ye=1,qe=null,jt=null,Be=new Tt(0,0,Se,Oe),bt=new Tt(0,0,Se,Oe),Ct=!1,rt=new Es,vn=new Kl,nn=!1,Vn=!1,Ft=new Xe,Ci=new U,fn=new Tt,Zn={background:null,fog:null,environment:null,overrideMaterial:null,isScene:!0},Jn=!1;function Qn(){return ee===null?ye:1}let O=i;function ei(A,D){return t.getContext(A,D)}let Ut,kt,fe,sn,Fe,Ge,R,w,z,ie,J,oe,he,Y,j,le,N,Z,$,ce,re,ae,Le;try{let A={alpha:!0,depth:s,stencil:r,antialias:a,premultipliedAlpha:c,preserveDrawingBuffer:l,powerPreference:u,failIfMajorPerformanceCaveat:d};if("setAttribute"in t&&t.setAttribute("data-engine",`three.js r${"187"}`),t.addEventListener("webglcontextlost",Ue,!1),t.addEventListener("webglcontextrestored",Ye,!1),t.addEventListener("webglcontextcreationerror",me,!1),O===null){let D="webgl2";if(O=ei(D,A),O===null)throw ei(D)?new Error("THREE.WebGLRenderer: Error creating WebGL context with your selected attributes."):new Error("THREE.WebGLRenderer: Error creating WebGL context.")}Ke()}catch(A){throw t.removeEventListener("webglcontextlost",Ue,!1),t.removeEventListener("webglcontextrestored",Ye,!1),t.removeEventListener("webglcontextcreationerror",me,!1),ze("WebGLRenderer: "+A.message),A}function Ke(){Ut=new Cb(O),Ut.init(),re=new hS(O,Ut),kt=new _b(O,Ut,e,re),fe=new cS(O,Ut),kt.reversedDepthBuffer&&h&&fe.buffers.depth.setReversed(!0),F=O.createFramebuffer(),P=O.createFramebuffer(),G=O.createFramebuffer(),sn=new Lb(O),Fe=new KM,Ge=new uS(O,Ut,fe,Fe,kt,re,sn),R=new Rb(C),w=new D_(O),ae=new gb(O,w),z=new Pb(O,w,sn,ae),ie=new Db(O,z,w,ae,sn),Z=new Nb(O,kt,Ge),j=new vb(Fe),J=new YM(C,R,Ut,kt,ae,j),oe=new mS(C,Fe),he=new ZM,Y=new iS(Ut),N=new mb(C,R,fe,ie,g,c),le=new lS(C,ie,kt),Le=new gS(O,sn,kt,fe),$=new xb(O,Ut,sn),ce=new Ib(O,Ut,sn),sn.programs=J.programs,C.capabilities=kt,C.extensions=Ut,C.properties=Fe,C.renderLists=he,C.shadowMap=le,C.state=fe,C.info=sn}y!==Wn&&(L=new kb(y,t.width,t.height,a,s,r));let se=new Td(C,O);this.xr=se,this.getContext=function(){return O},this.getContextAttributes=function(){return O.getContextAttributes()},this.forceContextLoss=function(){let A=Ut.get("WEBGL_lose_context");A&&A.loseContext()},this.forceContextRestore=function(){let A=Ut.get("WEBGL_lose_context");A&&A.restoreContext()},this.getPixelRatio=function(){return ye},this.setPixelRatio=function(A){A!==void 0&&(ye=A,this.setSize(Se,Oe,!1))},this.getSize=function(A){return A.set(Se,Oe)},this.setSize=function(A,D,W=!0){if(se.isPresenting){Ie("WebGLRenderer: Can't change size while VR device is presenting.");return}Se=A,Oe=D,t.width=Math.floor(A*ye),t.height=Math.floor(D*ye),W===!0&&(t.style.width=A+"px",t.style.height=D+"px"),L!==null&&L.setSize(t.width,t.height),this.setViewport(0,0,A,D)},this.getDrawingBufferSize=function(A){return A.set(Se*ye,Oe*ye).floor()},this.setDrawingBufferSize=function(A,D,W){Se=A,Oe=D,ye=W,t.width=Math.floor(A*W),t.height=Math.floor(D*W),this.setViewport(0,0,A,D)},this.setEffects=function(A){if(y===Wn){ze("WebGLRenderer: setEffects() requires outputBufferType set to HalfFloatType or FloatType.");return}if(A){for(let D=0;D<A.length;D++)if(A[D].isOutputPass===!0){Ie("WebGLRenderer: OutputPass is not needed in setEffects(). Tone mapping and color space conversion are applied automatically.");break}}L.setEffects(A||[])},this.getCurrentViewport=function(A){return A.copy(te)},this.getViewport=function(A){return A.copy(Be)},this.setViewport=function(A,D,W,B){A.isVector4?Be.set(A.x,A.y,A.z,A.w):Be.set(A,D,W,B),fe.viewport(te.copy(Be).multiplyScalar(Qn()).round())},this.getScissor=function(A){return A.copy(bt)},this.setScissor=function(A,D,W,B){A.isVector4?bt.set(A.x,A.y,A.z,A.w):bt.set(A,D,W,B),fe.scissor(Ee.copy(bt).multiplyScalar(Qn()).round())},this.getScissorTest=function(){return Ct},this.setScissorTest=function(A){fe.setScissorTest(Ct=A)},this.setOpaqueSort=function(A){qe=A},this.setTransparentSort=function(A){jt=A},this.getClearColor=function(A){return A.copy(N.getClearColor())},this.setClearColor=function(){N.setClearColor(...arguments)},this.getClearAlpha=function(){return N.getClearAlpha()},this.setClearAlpha=function(){N.setClearAlpha(...arguments)},this.clear=function(A=!0,D=!0,W=!0){let B=0;if(A){let V=!1;if(ee!==null){let de=ee.texture.format;V=x.has(de)}if(V){let de=ee.texture.type,Me=m.has(de),ue=N.getClearColor(),be=N.getClearAlpha(),Ce=ue.r,We=ue.g,ot=ue.b;Me?(b[0]=Ce,b[1]=We,b[2]=ot,b[3]=be,O.clearBufferuiv(O.COLOR,0,b)):(M[0]=Ce,M[1]=We,M[2]=ot,M[3]=be,O.clearBufferiv(O.COLOR,0,M))}else B|=O.COLOR_BUFFER_BIT}D&&(B|=O.DEPTH_BUFFER_BIT,this.state.buffers.depth.setMask(!0)),W&&(B|=O.STENCIL_BUFFER_BIT,this.state.buffers.stencil.setMask(4294967295)),B!==0&&O.clear(B)},this.clearColor=function(){this.clear(!0,!1,!1)},this.clearDepth=function(){this.clear(!1,!0,!1)},this.clearStencil=function(){this.clear(!1,!1,!0)},this.setNodesHandler=function(A){A.setRenderer(this),k=A},this.dispose=function(){t.removeEventListener("webglcontextlost",Ue,!1),t.removeEventListener("webglcontextrestored",Ye,!1),t.removeEventListener("webglcontextcreationerror",me,!1),N.dispose(),he.dispose(),Y.dispose(),Ge.dispose(),Fe.dispose(),R.dispose(),ie.dispose(),z.dispose(),ae.dispose(),Le.dispose(),J.dispose(),se.dispose(),se.removeEventListener("sessionstart",Uf),se.removeEventListener("sessionend",kf),zs.stop()};function Ue(A){A.preventDefault(),jo("WebGLRenderer: Context Lost."),I=!0}function Ye(){jo("WebGLRenderer: Context Restored."),I=!1;let A=sn.autoReset,D=le.enabled,W=le.autoUpdate,B=le.needsUpdate,V=le.type;Ke(),sn.autoReset=A,le.enabled=D,le.autoUpdate=W,le.needsUpdate=B,le.type=V}function me(A){ze("WebGLRenderer: A WebGL context could not be created. Reason: ",A.statusMessage)}function Mt(A){let D=A.target;D.removeEventListener("dispose",Mt),pn(D)}function pn(A){gs(A),Fe.remove(A)}function gs(A){let D=Fe.get(A).programs;D!==void 0&&(D.forEach(function(W){J.releaseProgram(W)}),A.isShaderMaterial&&J.releaseShaderCache(A))}this.renderBufferDirect=function(A,D,W,B,V,de){D===null&&(D=Zn);let Me=V.isMesh&&V.matrixWorld.determinantAffine()<0,ue=ex(A,D,W,B,V);fe.setMaterial(B,Me);let be=W.index,Ce=1;if(B.wireframe===!0){if(be=z.getWireframeAttribute(W),be===void 0)return;Ce=2}let We=W.drawRange,ot=W.attributes.position,we=We.start*Ce,at=(We.start+We.count)*Ce;de!==null&&(we=Math.max(we,de.start*Ce),at=Math.min(at,(de.start+de.count)*Ce)),be!==null?(we=Math.max(we,0),at=Math.min(at,be.count)):ot!=null&&(we=Math.max(we,0),at=Math.min(at,ot.count));let Zt=at-we;if(Zt<0||Zt===1/0)return;ae.setup(V,B,ue,W,be);let Lt,Pt=$;if(be!==null&&(Lt=w.get(be),Pt=ce,Pt.setIndex(Lt)),V.isMesh)B.wireframe===!0?(fe.setLineWidth(B.wireframeLinewidth*Qn()),Pt.setMode(O.LINES)):Pt.setMode(O.TRIANGLES);else if(V.isLine){let Sn=B.linewidth;Sn===void 0&&(Sn=1),fe.setLineWidth(Sn*Qn()),V.isLineSegments?Pt.setMode(O.LINES):V.isLineLoop?Pt.setMode(O.LINE_LOOP):Pt.setMode(O.LINE_STRIP)}else V.isPoints?Pt.setMode(O.POINTS):V.isSprite&&Pt.setMode(O.TRIANGLES);if(V.isBatchedMesh)if(Ut.get("WEBGL_multi_draw"))Pt.renderMultiDraw(V._multiDrawStarts,V._multiDrawCounts,V._multiDrawCount);else{let Sn=V._multiDrawStarts,Te=V._multiDrawCounts,Nn=V._multiDrawCount,gt=be?w.get(be).bytesPerElement:1,Vs=Fe.get(B).currentProgram.getUniforms();for(let wn=0;wn<Nn;wn++)Vs.setValue(O,"_gl_DrawID",wn),Pt.render(Sn[wn]/gt,Te[wn])}else if(V.isInstancedMesh)Pt.renderInstances(we,Zt,V.count);else if(W.isInstancedBufferGeometry){let Sn=W._maxInstanceCount!==void 0?W._maxInstanceCount:1/0,Te=Math.min(W.instanceCount,Sn);Pt.renderInstances(we,Zt,Te)}else Pt.render(we,Zt)};function Df(A,D,W,B){k!==null&&A.isNodeMaterial&&k.setObject(B,A),nn===!0&&j.setState(A,W,!1),A.transparent===!0&&A.side===xn&&A.forceSinglePass===!1?(A.side=cn,A.needsUpdate=!0,Co(A,D,B),A.side=ci,A.needsUpdate=!0,Co(A,D,B),A.side=xn):Co(A,D,B)}this.compile=function(A,D,W=null){W===null&&(W=A),k!==null&&k.renderStart(A,D,W),T=Y.get(W),T.init(D),S.push(T),W.traverseVisible(function(V){V.isLight&&V.layers.test(D.layers)&&(T.pushLight(V),V.castShadow&&T.pushShadow(V))}),A!==W&&A.traverseVisible(function(V){V.isLight&&V.layers.test(D.layers)&&(T.pushLight(V),V.castShadow&&T.pushShadow(V))}),T.setupLights(),k!==null&&k.updateLights(T.state.lightsArray),Vn=this.localClippingEnabled,nn=j.init(this.clippingPlanes,Vn),nn===!0&&j.setGlobalState(this.clippingPlanes,D),k!==null&&le.render(T.state.shadowsArray,W,D);let B=new Set;return A.traverse(function(V){if(!(V.isMesh||V.isPoints||V.isLine||V.isSprite))return;let de=V.material;if(de)if(Array.isArray(de))for(let Me=0;Me<de.length;Me++){let ue=de[Me];Df(ue,W,D,V),B.add(ue)}else Df(de,W,D,V),B.add(de)}),T=S.pop(),k!==null&&k.renderEnd(),B},this.compileAsync=function(A,D,W=null){let B=this.compile(A,D,W);return new Promise(V=>{function de(){if(B.forEach(function(Me){let be=Fe.get(Me).currentProgram;(be===void 0||be.isReady())&&B.delete(Me)}),B.size===0){V(A);return}setTimeout(de,10)}Ut.get("KHR_parallel_shader_compile")!==null?de():setTimeout(de,10)})};let Au=null;function J0(A){Au&&Au(A)}function Uf(){zs.stop()}function kf(){zs.start()}let zs=new zg;zs.setAnimationLoop(J0),typeof self<"u"&&zs.setContext(self),this.setAnimationLoop=function(A){Au=A,se.setAnimationLoop(A),A===null?zs.stop():zs.start()},se.addEventListener("sessionstart",Uf),se.addEventListener("sessionend",kf),this.render=function(A,D){if(D!==void 0&&D.isCamera!==!0){ze("WebGLRenderer.render: camera is not an instance of THREE.Camera.");return}if(I===!0)return;k!==null&&k.renderStart(A,D);let W=se.enabled===!0&&se.isPresenting===!0,B=L!==null&&(ee===null||W)&&L.begin(C,ee);if(A.matrixWorldAutoUpdate===!0&&A.updateMatrixWorld(),D.parent===null&&D.matrixWorldAutoUpdate===!0&&D.updateMatrixWorld(),se.enabled===!0&&se.isPresenting===!0&&(L===null||L.isCompositing()===!1)&&(se.cameraAutoUpdate===!0&&se.updateCamera(D),D=se.getCamera()),A.isScene===!0&&A.onBeforeRender(C,A,D,ee),T=Y.get(A,S.length),T.init(D),T.state.textureUnits=Ge.getTextureUnits(),S.push(T),Ft.multiplyMatrices(D.projectionMatrix,D.matrixWorldInverse),D.isArrayCamera?vn.setFromArrayCamera(D):rt.setFromProjectionMatrix(Ft,si,D.reversedDepth),Vn=this.localClippingEnabled,nn=j.init(this.clippingPlanes,Vn),E=he.get(A,_.length),E.init(),_.push(E),this.info.render.frame++,se.enabled===!0&&se.isPresenting===!0){let Me=C.xr.getDepthSensingMesh();Me!==null&&Ru(Me,D,-1/0,C.sortObjects)}Ru(A,D,0,C.sortObjects),E.finish(),k!==null&&k.updateLights(T.state.lightsArray),C.sortObjects===!0&&E.sort(qe,jt),Jn=se.enabled===!1||se.isPresenting===!1||se.hasDepthSensing()===!1,Jn&&N.addToRenderList(E,A),this.info.autoReset===!0&&this.info.reset(),nn===!0&&j.beginShadows();let V=T.state.shadowsArray;if(le.render(V,A,D),nn===!0&&j.endShadows(),(B&&L.hasRenderPass())===!1){let Me=E.opaque,ue=E.transmissive;if(T.setupLights(),D.isArrayCamera){let be=D.cameras;if(ue.length>0)for(let Ce=0,We=be.length;Ce<We;Ce++){let ot=be[Ce];Ff(Me,ue,A,ot)}Jn&&N.render(A);for(let Ce=0,We=be.length;Ce<We;Ce++){let ot=be[Ce];Of(E,A,ot,ot.viewport)}}else ue.length>0&&Ff(Me,ue,A,D),Jn&&N.render(A),Of(E,A,D)}ee!==null&&H===0&&(Ge.updateMultisampleRenderTarget(ee),Ge.updateRenderTargetMipmap(ee)),B&&L.end(C),A.isScene===!0&&A.onAfterRender(C,A,D),ae.resetDefaultState(),q=-1,Q=null,S.pop(),S.length>0?(T=S[S.length-1],Ge.setTextureUnits(T.state.textureUnits),nn===!0&&j.setGlobalState(C.clippingPlanes,T.state.camera)):T=null,_.pop(),_.length>0?E=_[_.length-1]:E=null,k!==null&&k.renderEnd()};function Ru(A,D,W,B){if(A.visible===!1)return;if(A.layers.test(D.layers)){if(A.isGroup)W=A.renderOrder;else if(A.isLOD)A.autoUpdate===!0&&A.update(D);else if(A.isLight)T.pushLight(A),A.castShadow&&T.pushShadow(A);else if(A.isSprite){let Me=D.isArrayCamera?vn:rt;if(!A.frustumCulled||A.intersectsFrustum(Me)){B&&fn.setFromMatrixPosition(A.matrixWorld).applyMatrix4(Ft);let ue=ie.update(A),be=A.material;be.visible&&E.push(A,ue,be,W,fn.z,null,D)}}else if(A.isMesh||A.isLine||A.isPoints){let Me=D.isArrayCamera?vn:rt;if(!A.frustumCulled||A.intersectsFrustum(Me)){let ue=ie.update(A),be=A.material;if(B&&(A.boundingSphere!==void 0?(A.boundingSphere===null&&A.computeBoundingSphere(),fn.copy(A.boundingSphere.center)):(ue.boundingSphere===null&&ue.computeBoundingSphere(),fn.copy(ue.boundingSphere.center)),fn.applyMatrix4(A.matrixWorld).applyMatrix4(Ft)),Array.isArray(be)){let Ce=ue.groups;for(let We=0,ot=Ce.length;We<ot;We++){let we=Ce[We],at=be[we.materialIndex];at&&at.visible&&E.push(A,ue,at,W,fn.z,we,D)}}else be.visible&&E.push(A,ue,be,W,fn.z,null,D)}}}let de=A.children;for(let Me=0,ue=de.length;Me<ue;Me++)Ru(de[Me],D,W,B)}function Of(A,D,W,B){let{opaque:V,transmissive:de,transparent:Me}=A;T.setupLightsView(W),nn===!0&&j.setGlobalState(C.clippingPlanes,W),B&&fe.viewport(te.copy(B)),V.length>0&&Xa(V,D,W),de.length>0&&Xa(de,D,W),Me.length>0&&Xa(Me,D,W),fe.buffers.depth.setTest(!0),fe.buffers.depth.setMask(!0),fe.buffers.color.setMask(!0),fe.setPolygonOffset(!1)}function Ff(A,D,W,B){if((W.isScene===!0?W.overrideMaterial:null)!==null)return;if(T.state.transmissionRenderTarget[B.id]===void 0){let we=Ut.has("EXT_color_buffer_half_float")||Ut.has("EXT_color_buffer_float");T.state.transmissionRenderTarget[B.id]=new On(1,1,{generateMipmaps:!0,type:we?Ei:Wn,minFilter:hi,samples:Math.max(4,kt.samples),stencilBuffer:r,resolveDepthBuffer:!1,resolveStencilBuffer:!1,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,colorSpace:et.workingColorSpace})}let de=T.state.transmissionRenderTarget[B.id],Me=B.viewport||te;de.setSize(Me.z*C.transmissionResolutionScale,Me.w*C.transmissionResolutionScale);let ue=C.getRenderTarget(),be=C.getActiveCubeFace(),Ce=C.getActiveMipmapLevel();C.setRenderTarget(de),C.getClearColor(K),xe=C.getClearAlpha(),xe<1&&C.setClearColor(16777215,.5),C.clear(),Jn&&N.render(W);let We=C.toneMapping;C.toneMapping=ui;let ot=B.viewport;if(B.viewport!==void 0&&(B.viewport=void 0),T.setupLightsView(B),nn===!0&&j.setGlobalState(C.clippingPlanes,B),Xa(A,W,B),Ge.updateMultisampleRenderTarget(de),Ge.updateRenderTargetMipmap(de),Ut.has("WEBGL_multisampled_render_to_texture")===!1){let we=!1;for(let at=0,Zt=D.length;at<Zt;at++){let Lt=D[at],{object:Pt,geometry:Sn,material:Te,group:Nn}=Lt;if(Te.side===xn&&Pt.layers.test(B.layers)){let gt=Te.side;Te.side=cn,Te.needsUpdate=!0,Bf(Pt,W,B,Sn,Te,Nn),Te.side=gt,Te.needsUpdate=!0,we=!0}}we===!0&&(Ge.updateMultisampleRenderTarget(de),Ge.updateRenderTargetMipmap(de))}C.setRenderTarget(ue,be,Ce),C.setClearColor(K,xe),ot!==void 0&&(B.viewport=ot),C.toneMapping=We}function Xa(A,D,W){let B=D.isScene===!0?D.overrideMaterial:null;for(let V=0,de=A.length;V<de;V++){let Me=A[V],{object:ue,geometry:be,group:Ce}=Me,We=Me.material;We.allowOverride===!0&&B!==null&&(We=B),ue.layers.test(W.layers)&&Bf(ue,D,W,be,We,Ce)}}function Bf(A,D,W,B,V,de){k!==null&&V.isNodeMaterial&&k.setObject(A,V),A.onBeforeRender(C,D,W,B,V,de),A.modelViewMatrix.multiplyMatrices(W.matrixWorldInverse,A.matrixWorld),A.normalMatrix.getNormalMatrix(A.modelViewMatrix),V.onBeforeRender(C,D,W,B,A,de),V.transparent===!0&&V.side===xn&&V.forceSinglePass===!1?(V.side=cn,V.needsUpdate=!0,C.renderBufferDirect(W,D,B,V,A,de),V.side=ci,V.needsUpdate=!0,C.renderBufferDirect(W,D,B,V,A,de),V.side=xn):C.renderBufferDirect(W,D,B,V,A,de),A.onAfterRender(C,D,W,B,V,de)}function zf(A){let D=0;for(let W of A)W.texture!==null&&D++;return D}function Co(A,D,W){D.isScene!==!0&&(D=Zn);let B=Fe.get(A),V=T.state.lights,de=T.state.shadowsArray,Me=V.state.version,ue=J.getParameters(A,V.state,de,D,W,T.state.lightProbeGridArray),be=J.getProgramCacheKey(ue),Ce=B.programs;B.environment=A.isMeshStandardMaterial||A.isMeshLambertMaterial||A.isMeshPhongMaterial?D.environment:null,B.fog=D.fog;let We=A.isMeshStandardMaterial||A.isMeshLambertMaterial&&!A.envMap||A.isMeshPhongMaterial&&!A.envMap;B.envMap=R.get(A.envMap||B.environment,We),B.envMapRotation=B.environment!==null&&A.envMap===null?D.environmentRotation:A.envMapRotation,Ce===void 0&&(A.addEventListener("dispose",Mt),Ce=new Map,B.programs=Ce,B.programVariants=new Map);let ot=Ce.get(be);if(ot!==void 0){if(B.currentProgram===ot&&B.lightsStateVersion===Me)return Hf(A,ue),ot}else ue.uniforms=J.getUniforms(A),k!==null&&A.isNodeMaterial&&k.build(A,W,ue),A.onBeforeCompile(ue,C),ot=J.acquireProgram(ue,be),Ce.set(be,ot),B.uniforms=ue.uniforms;let we=B.uniforms;return(!A.isShaderMaterial&&!A.isRawShaderMaterial||A.clipping===!0)&&(we.clippingPlanes=j.uniform),Hf(A,ue),B.needsLights=nx(A),B.lightsStateVersion=Me,B.needsLights&&(we.ambientLightColor.value=V.state.ambient,we.lightProbe.value=V.state.probe,we.sunLights.value=V.state.sun,we.sunLightShadows.value=V.state.sunShadow,we.directionalLights.value=V.state.directional,we.directionalLightShadows.value=V.state.directionalShadow,we.spotLights.value=V.state.spot,we.spotLightShadows.value=V.state.spotShadow,we.rectAreaLights.value=V.state.rectArea,we.ltc_1.value=V.state.rectAreaLTC1,we.ltc_2.value=V.state.rectAreaLTC2,we.pointLights.value=V.state.point,we.pointLightShadows.value=V.state.pointShadow,we.hemisphereLights.value=V.state.hemi,we.sunShadowMatrix.value=V.state.sunShadowMatrix,we.sunShadowCascade.value=V.state.sunShadowCascade,we.directionalShadowMatrix.value=V.state.directionalShadowMatrix,we.spotLightMatrix.value=V.state.spotLightMatrix,we.spotLightMap.value=V.state.spotLightMap,we.pointShadowMatrix.value=V.state.pointShadowMatrix),B.numLightProbeGrids=zf(T.state.lightProbeGridArray),B.currentProgram=ot,B.uniformsList=null,ot}function Q0(A,D,W,B,V){let de=Fe.get(A),Me=de.currentProgram.id+","+B+","+V,ue=de.programVariants.get(Me);return ue===void 0?(ue=Co(A,D,W),de.programVariants.set(Me,ue)):(de.currentProgram=ue,de.uniformsList=null,de.outputColorSpace=B,de.toneMapping=V),ue}function Vf(A){if(A.uniformsList===null){let D=A.currentProgram.getUniforms();A.uniformsList=go.seqWithValue(D.seq,A.uniforms)}return A.uniformsList}function Hf(A,D){let W=Fe.get(A);W.outputColorSpace=D.outputColorSpace,W.batching=D.batching,W.batchingColor=D.batchingColor,W.instancing=D.instancing,W.instancingColor=D.instancingColor,W.instancingMorph=D.instancingMorph,W.skinning=D.skinning,W.morphTargets=D.morphTargets,W.morphNormals=D.morphNormals,W.morphColors=D.morphColors,W.morphTargetsCount=D.morphTargetsCount,W.numClippingPlanes=D.numClippingPlanes,W.numIntersection=D.numClipIntersection,W.vertexAlphas=D.vertexAlphas,W.vertexTangents=D.vertexTangents,W.toneMapping=D.toneMapping}function ex(A,D,W,B,V){D.isScene!==!0&&(D=Zn),Ge.resetTextureUnits();let de=D.fog,Me=B.isMeshStandardMaterial||B.isMeshLambertMaterial||B.isMeshPhongMaterial?D.environment:null,ue=ee===null?C.outputColorSpace:ee.isXRRenderTarget===!0?ee.texture.colorSpace:et.workingColorSpace,be=B.isMeshStandardMaterial||B.isMeshLambertMaterial&&!B.envMap||B.isMeshPhongMaterial&&!B.envMap,Ce=R.get(B.envMap||Me,be),We=B.vertexColors===!0&&!!W.attributes.color&&W.attributes.color.itemSize===4,ot=!!W.attributes.tangent&&(!!B.normalMap||B.anisotropy>0),we=!!W.morphAttributes.position,at=!!W.morphAttributes.normal,Zt=!!W.morphAttributes.color,Lt=ui;B.toneMapped&&(ee===null||ee.isXRRenderTarget===!0)&&(Lt=C.toneMapping);let Pt=W.morphAttributes.position||W.morphAttributes.normal||W.morphAttributes.color,Sn=Pt!==void 0?Pt.length:0,Te=Fe.get(B),Nn=T.state.lights;if(nn===!0&&(Vn===!0||A!==Q)){let Bt=A===Q&&B.id===q;j.setState(B,A,Bt)}let gt=!1,Vs=!1;B.version===Te.__version?Te.needsLights&&Te.lightsStateVersion!==Nn.state.version||V.isBatchedMesh&&Te.batching===!1||!V.isBatchedMesh&&Te.batching===!0||V.isBatchedMesh&&Te.batchingColor===!0&&V._colorsTexture===null||V.isBatchedMesh&&Te.batchingColor===!1&&V._colorsTexture!==null||V.isInstancedMesh&&Te.instancing===!1||!V.isInstancedMesh&&Te.instancing===!0||V.isSkinnedMesh&&Te.skinning===!1||!V.isSkinnedMesh&&Te.skinning===!0||V.isInstancedMesh&&Te.instancingColor===!0&&V.instanceColor===null||V.isInstancedMesh&&Te.instancingColor===!1&&V.instanceColor!==null||V.isInstancedMesh&&Te.instancingMorph===!0&&V.morphTexture===null||V.isInstancedMesh&&Te.instancingMorph===!1&&V.morphTexture!==null||Te.envMap!==Ce||B.fog===!0&&Te.fog!==de||Te.numClippingPlanes!==void 0&&(Te.numClippingPlanes!==j.numPlanes||Te.numIntersection!==j.numIntersection)||Te.vertexAlphas!==We||Te.vertexTangents!==ot||Te.morphTargets!==we||Te.morphNormals!==at||Te.morphColors!==Zt||Te.morphTargetsCount!==Sn||Te.numLightProbeGrids!==zf(T.state.lightProbeGridArray)?gt=!0:(Te.outputColorSpace!==ue||Te.toneMapping!==Lt)&&(Vs=!0):(gt=!0,Te.__version=B.version);let wn=Te.currentProgram;(gt===!0||Vs===!0)&&(wn=Vs===!0?Q0(B,D,V,ue,Lt):Co(B,D,V),k&&B.isNodeMaterial&&k.onUpdateProgram(B,wn,Te));let qa=!1,xs=!1,Hs=!1,ft=wn.getUniforms(),yn=Te.uniforms;if(fe.useProgram(wn.program)&&(qa=!0,xs=!0,Hs=!0),B.id!==q&&(q=B.id,xs=!0),qa||Q!==A){fe.buffers.depth.getReversed()&&A.reversedDepth!==!0&&(A._reversedDepth=!0,A.updateProjectionMatrix()),ft.setValue(O,"projectionMatrix",A.projectionMatrix),ft.setValue(O,"viewMatrix",A.matrixWorldInverse);let mn=ft.map.cameraPosition;mn!==void 0&&mn.setValue(O,Ci.setFromMatrixPosition(A.matrixWorld)),kt.logarithmicDepthBuffer&&ft.setValue(O,"logDepthBufFC",2/(Math.log(A.far+1)/Math.LN2)),(B.isMeshPhongMaterial||B.isMeshToonMaterial||B.isMeshLambertMaterial||B.isMeshBasicMaterial||B.isMeshStandardMaterial||B.isShaderMaterial)&&ft.setValue(O,"isOrthographic",A.isOrthographicCamera===!0),Q!==A&&(Q=A,xs=!0,Hs=!0)}if(Te.needsLights&&(Nn.state.sunShadowMap.length>0&&ft.setValue(O,"sunShadowMap",Nn.state.sunShadowMap,Ge),Nn.state.directionalShadowMap.length>0&&ft.setValue(O,"directionalShadowMap",Nn.state.directionalShadowMap,Ge),Nn.state.spotShadowMap.length>0&&ft.setValue(O,"spotShadowMap",Nn.state.spotShadowMap,Ge),Nn.state.pointShadowMap.length>0&&ft.setValue(O,"pointShadowMap",Nn.state.pointShadowMap,Ge)),V.isSkinnedMesh){ft.setOptional(O,V,"bindMatrix"),ft.setOptional(O,V,"bindMatrixInverse");let Bt=V.skeleton;Bt&&(Bt.boneTexture===null&&Bt.computeBoneTexture(),ft.setValue(O,"boneTexture",Bt.boneTexture,Ge))}V.isBatchedMesh&&(ft.setOptional(O,V,"batchingTexture"),ft.setValue(O,"batchingTexture",V._matricesTexture,Ge),ft.setOptional(O,V,"batchingIdTexture"),ft.setValue(O,"batchingIdTexture",V._indirectTexture,Ge),ft.setOptional(O,V,"batchingColorTexture"),V._colorsTexture!==null&&ft.setValue(O,"batchingColorTexture",V._colorsTexture,Ge));let xi=W.morphAttributes;if((xi.position!==void 0||xi.normal!==void 0||xi.color!==void 0)&&Z.update(V,W,wn),(xs||Te.receiveShadow!==V.receiveShadow)&&(Te.receiveShadow=V.receiveShadow,ft.setValue(O,"receiveShadow",V.receiveShadow)),(B.isMeshStandardMaterial||B.isMeshLambertMaterial||B.isMeshPhongMaterial)&&B.envMap===null&&D.environment!==null&&(yn.envMapIntensity.value=D.environmentIntensity),yn.dfgLUT!==void 0&&(yn.dfgLUT.value=_S()),xs){if(ft.setValue(O,"toneMappingExposure",C.toneMappingExposure),Te.needsLights&&tx(yn,Hs),de&&B.fog===!0&&oe.refreshFogUniforms(yn,de),oe.refreshMaterialUniforms(yn,B,ye,Oe,T.state.transmissionRenderTarget[A.id]),Te.needsLights&&Te.numLightProbeGrids>0){let Bt=v,mn=0;for(let Hi of T.state.lightProbeGridArray)Hi.texture!==null&&(Bt.textures[mn]=Hi.texture,Bt.min[mn]=Hi.boundingBox.min,Bt.max[mn]=Hi.boundingBox.max,Bt.resolution[mn]=Hi.resolution,mn++);for(let Hi in Bt)Bt[Hi].length=mn;yn.probesSH.value=Bt.textures,yn.probesMin.value=Bt.min,yn.probesMax.value=Bt.max,yn.probesResolution.value=Bt.resolution}go.upload(O,Vf(Te),yn,Ge)}if(B.isShaderMaterial&&B.uniformsNeedUpdate===!0&&(go.upload(O,Vf(Te),yn,Ge),B.uniformsNeedUpdate=!1),B.isSpriteMaterial&&ft.setValue(O,"center",V.center),ft.setValue(O,"modelViewMatrix",V.modelViewMatrix),ft.setValue(O,"normalMatrix",V.normalMatrix),ft.setValue(O,"modelMatrix",V.matrixWorld),B.uniformsGroups!==void 0){let Bt=B.uniformsGroups;for(let mn=0,Hi=Bt.length;mn<Hi;mn++){let Wf=Bt[mn];Le.update(Wf,wn),Le.bind(Wf,wn)}}return wn}function tx(A,D){A.ambientLightColor.needsUpdate=D,A.lightProbe.needsUpdate=D,A.sunLights.needsUpdate=D,A.sunLightShadows.needsUpdate=D,A.directionalLights.needsUpdate=D,A.directionalLightShadows.needsUpdate=D,A.pointLights.needsUpdate=D,A.pointLightShadows.needsUpdate=D,A.spotLights.needsUpdate=D,A.spotLightShadows.needsUpdate=D,A.rectAreaLights.needsUpdate=D,A.hemisphereLights.needsUpdate=D}function nx(A){return A.isMeshLambertMaterial||A.isMeshToonMaterial||A.isMeshPhongMaterial||A.isMeshStandardMaterial||A.isShadowMaterial||A.isShaderMaterial&&A.lights===!0}this.getActiveCubeFace=function(){return X},this.getActiveMipmapLevel=function(){return H},this.getRenderTarget=function(){return ee},this.setRenderTargetTextures=function(A,D,W){let B=Fe.get(A);B.__autoAllocateDepthBuffer=A.resolveDepthBuffer===!1,B.__autoAllocateDepthBuffer===!1&&(B.__useRenderToTexture=!1),Fe.get(A.texture).__webglTexture=D,Fe.get(A.depthTexture).__webglTexture=B.__autoAllocateDepthBuffer?void 0:W,B.__hasExternalTextures=!0},this.setRenderTargetFramebuffer=function(A,D){let W=Fe.get(A);W.__webglFramebuffer=D,W.__useDefaultFramebuffer=D===void 0},this.setRenderTarget=function(A,D=0,W=0){ee=A,X=D,H=W;let B=null,V=!1,de=!1;if(A){let ue=Fe.get(A);if(ue.__useDefaultFramebuffer!==void 0){fe.bindFramebuffer(O.FRAMEBUFFER,ue.__webglFramebuffer),te.copy(A.viewport),Ee.copy(A.scissor),De=A.scissorTest,fe.viewport(te),fe.scissor(Ee),fe.setScissorTest(De),q=-1;return}else if(ue.__webglFramebuffer===void 0)Ge.setupRenderTarget(A);else if(ue.__hasExternalTextures)Ge.rebindTextures(A,Fe.get(A.texture).__webglTexture,Fe.get(A.depthTexture).__webglTexture);else if(A.depthBuffer){let We=A.depthTexture;if(ue.__boundDepthTexture!==We){if(We!==null&&Fe.has(We)&&(A.width!==We.image.width||A.height!==We.image.height))throw new Error("THREE.WebGLRenderer: Attached DepthTexture is initialized to the incorrect size.");Ge.setupDepthRenderbuffer(A)}}let be=A.texture;(be.isData3DTexture||be.isDataArrayTexture||be.isCompressedArrayTexture)&&(de=!0);let Ce=Fe.get(A).__webglFramebuffer;A.isWebGLCubeRenderTarget?(Array.isArray(Ce[D])?B=Ce[D][W]:B=Ce[D],V=!0):A.samples>0&&Ge.useMultisampledRTT(A)===!1?B=Fe.get(A).__webglMultisampledFramebuffer:Array.isArray(Ce)?B=Ce[W]:B=Ce,te.copy(A.viewport),Ee.copy(A.scissor),De=A.scissorTest}else te.copy(Be).multiplyScalar(ye).floor(),Ee.copy(bt).multiplyScalar(ye).floor(),De=Ct;if(W!==0&&(B=F),fe.bindFramebuffer(O.FRAMEBUFFER,B)&&fe.drawBuffers(A,B),fe.viewport(te),fe.scissor(Ee),fe.setScissorTest(De),V){let ue=Fe.get(A.texture);O.framebufferTexture2D(O.FRAMEBUFFER,O.COLOR_ATTACHMENT0,O.TEXTURE_CUBE_MAP_POSITIVE_X+D,ue.__webglTexture,W)}else if(de){let ue=D;for(let be=0;be<A.textures.length;be++){let Ce=Fe.get(A.textures[be]);O.framebufferTextureLayer(O.FRAMEBUFFER,O.COLOR_ATTACHMENT0+be,Ce.__webglTexture,W,ue)}}else if(A!==null&&W!==0){let ue=Fe.get(A.texture);O.framebufferTexture2D(O.FRAMEBUFFER,O.COLOR_ATTACHMENT0,O.TEXTURE_2D,ue.__webglTexture,W)}q=-1};function Gf(A){let D=Fe.get(A);return(D.__readFormat!==A.format||D.__readType!==A.type)&&(D.__readFormat=A.format,D.__readType=A.type,D.__formatReadable=kt.textureFormatReadable(A.format),D.__typeReadable=kt.textureTypeReadable(A.type)),D}this.readRenderTargetPixels=function(A,D,W,B,V,de,Me,ue=0){if(!(A&&A.isWebGLRenderTarget)){ze("WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");return}let be=Fe.get(A).__webglFramebuffer;if(A.isWebGLCubeRenderTarget&&Me!==void 0&&(be=be[Me],Array.isArray(be)&&(be=be[0])),be){fe.bindFramebuffer(O.FRAMEBUFFER,be);try{let Ce=A.textures[ue],We=Ce.format,ot=Ce.type;A.textures.length>1&&O.readBuffer(O.COLOR_ATTACHMENT0+ue);let we=Gf(Ce);if(we.__formatReadable===!1){ze("WebGLRenderer.readRenderTargetPixels: renderTarget is not in RGBA or implementation defined format.");return}if(we.__typeReadable===!1){ze("WebGLRenderer.readRenderTargetPixels: renderTarget is not in UnsignedByteType or implementation defined type.");return}D>=0&&D<=A.width-B&&W>=0&&W<=A.height-V&&O.readPixels(D,W,B,V,re.convert(We),re.convert(ot),de)}finally{let Ce=ee!==null?Fe.get(ee).__webglFramebuffer:null;fe.bindFramebuffer(O.FRAMEBUFFER,Ce)}}},this.readRenderTargetPixelsAsync=async function(A,D,W,B,V,de,Me,ue=0){if(!(A&&A.isWebGLRenderTarget))throw new Error("THREE.WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");let be=Fe.get(A).__webglFramebuffer;if(A.isWebGLCubeRenderTarget&&Me!==void 0&&(be=be[Me],Array.isArray(be)&&(be=be[0])),be)if(D>=0&&D<=A.width-B&&W>=0&&W<=A.height-V){fe.bindFramebuffer(O.FRAMEBUFFER,be);let Ce=A.textures[ue],We=Ce.format,ot=Ce.type;A.textures.length>1&&O.readBuffer(O.COLOR_ATTACHMENT0+ue);let we=Gf(Ce);if(we.__formatReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in RGBA or implementation defined format.");if(we.__typeReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in UnsignedByteType or implementation defined type.");let at=O.createBuffer();O.bindBuffer(O.PIXEL_PACK_BUFFER,at),O.bufferData(O.PIXEL_PACK_BUFFER,de.byteLength,O.STREAM_READ),O.readPixels(D,W,B,V,re.convert(We),re.convert(ot),0),O.bindBuffer(O.PIXEL_PACK_BUFFER,null);let Zt=ee!==null?Fe.get(ee).__webglFramebuffer:null;fe.bindFramebuffer(O.FRAMEBUFFER,Zt);let Lt=O.fenceSync(O.SYNC_GPU_COMMANDS_COMPLETE,0);return O.flush(),await fg(O,Lt,4),O.bindBuffer(O.PIXEL_PACK_BUFFER,at),O.getBufferSubData(O.PIXEL_PACK_BUFFER,0,de),O.bindBuffer(O.PIXEL_PACK_BUFFER,null),O.deleteBuffer(at),O.deleteSync(Lt),de}else throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: requested read bounds are out of range.")},this.copyFramebufferToTexture=function(A,D=null,W=0){let B=Math.pow(2,-W),V=Math.floor(A.image.width*B),de=Math.floor(A.image.height*B),Me=D!==null?D.x:0,ue=D!==null?D.y:0;Ge.setTexture2D(A,0),O.copyTexSubImage2D(O.TEXTURE_2D,W,0,0,Me,ue,V,de),fe.unbindTexture()},this.copyTextureToTexture=function(A,D,W=null,B=null,V=0,de=0){let Me,ue,be,Ce,We,ot,we,at,Zt,Lt=A.isCompressedTexture?A.mipmaps[de]:A.image;if(W!==null)Me=W.max.x-W.min.x,ue=W.max.y-W.min.y,be=W.isBox3?W.max.z-W.min.z:1,Ce=W.min.x,We=W.min.y,ot=W.isBox3?W.min.z:0;else{let ft=Math.pow(2,-V);Me=Math.floor(Lt.width*ft),ue=Math.floor(Lt.height*ft),A.isDataArrayTexture?be=Lt.depth:A.isData3DTexture?be=Math.floor(Lt.depth*ft):be=1,Ce=0,We=0,ot=0}B!==null?(we=B.x,at=B.y,Zt=B.z):(we=0,at=0,Zt=0);let Pt=re.convert(D.format),Sn=re.convert(D.type),Te;D.isData3DTexture?(Ge.setTexture3D(D,0),Te=O.TEXTURE_3D):D.isDataArrayTexture||D.isCompressedArrayTexture?(Ge.setTexture2DArray(D,0),Te=O.TEXTURE_2D_ARRAY):(Ge.setTexture2D(D,0),Te=O.TEXTURE_2D),fe.activeTexture(O.TEXTURE0),fe.pixelStorei(O.UNPACK_FLIP_Y_WEBGL,D.flipY),fe.pixelStorei(O.UNPACK_PREMULTIPLY_ALPHA_WEBGL,D.premultiplyAlpha),fe.pixelStorei(O.UNPACK_ALIGNMENT,D.unpackAlignment);let Nn=fe.getParameter(O.UNPACK_ROW_LENGTH),gt=fe.getParameter(O.UNPACK_IMAGE_HEIGHT),Vs=fe.getParameter(O.UNPACK_SKIP_PIXELS),wn=fe.getParameter(O.UNPACK_SKIP_ROWS),qa=fe.getParameter(O.UNPACK_SKIP_IMAGES);fe.pixelStorei(O.UNPACK_ROW_LENGTH,Lt.width),fe.pixelStorei(O.UNPACK_IMAGE_HEIGHT,Lt.height),fe.pixelStorei(O.UNPACK_SKIP_PIXELS,Ce),fe.pixelStorei(O.UNPACK_SKIP_ROWS,We),fe.pixelStorei(O.UNPACK_SKIP_IMAGES,ot);let xs=A.isDataArrayTexture||A.isData3DTexture,Hs=D.isDataArrayTexture||D.isData3DTexture;if(A.isDepthTexture){let ft=Fe.get(A),yn=Fe.get(D),xi=Fe.get(ft.__renderTarget),Bt=Fe.get(yn.__renderTarget);fe.bindFramebuffer(O.READ_FRAMEBUFFER,xi.__webglFramebuffer),fe.bindFramebuffer(O.DRAW_FRAMEBUFFER,Bt.__webglFramebuffer);for(let mn=0;mn<be;mn++)xs&&(O.framebufferTextureLayer(O.READ_FRAMEBUFFER,O.COLOR_ATTACHMENT0,Fe.get(A).__webglTexture,V,ot+mn),O.framebufferTextureLayer(O.DRAW_FRAMEBUFFER,O.COLOR_ATTACHMENT0,Fe.get(D).__webglTexture,de,Zt+mn)),O.blitFramebuffer(Ce,We,Ce+Me,We+ue,we,at,we+Me,at+ue,O.DEPTH_BUFFER_BIT,O.NEAREST);fe.bindFramebuffer(O.READ_FRAMEBUFFER,null),fe.bindFramebuffer(O.DRAW_FRAMEBUFFER,null)}else if(V!==0||A.isRenderTargetTexture||Fe.has(A)){let ft=Fe.get(A),yn=Fe.get(D);fe.bindFramebuffer(O.READ_FRAMEBUFFER,P),fe.bindFramebuffer(O.DRAW_FRAMEBUFFER,G);for(let xi=0;xi<be;xi++)xs?O.framebufferTextureLayer(O.READ_FRAMEBUFFER,O.COLOR_ATTACHMENT0,ft.__webglTexture,V,ot+xi):O.framebufferTexture2D(O.READ_FRAMEBUFFER,O.COLOR_ATTACHMENT0,O.TEXTURE_2D,ft.__webglTexture,V),Hs?O.framebufferTextureLayer(O.DRAW_FRAMEBUFFER,O.COLOR_ATTACHMENT0,yn.__webglTexture,de,Zt+xi):O.framebufferTexture2D(O.DRAW_FRAMEBUFFER,O.COLOR_ATTACHMENT0,O.TEXTURE_2D,yn.__webglTexture,de),V!==0?O.blitFramebuffer(Ce,We,Ce+Me,We+ue,we,at,we+Me,at+ue,O.COLOR_BUFFER_BIT,O.NEAREST):Hs?O.copyTexSubImage3D(Te,de,we,at,Zt+xi,Ce,We,Me,ue):O.copyTexSubImage2D(Te,de,we,at,Ce,We,Me,ue);fe.bindFramebuffer(O.READ_FRAMEBUFFER,null),fe.bindFramebuffer(O.DRAW_FRAMEBUFFER,null)}else Hs?A.isDataTexture||A.isData3DTexture?O.texSubImage3D(Te,de,we,at,Zt,Me,ue,be,Pt,Sn,Lt.data):D.isCompressedArrayTexture?O.compressedTexSubImage3D(Te,de,we,at,Zt,Me,ue,be,Pt,Lt.data):O.texSubImage3D(Te,de,we,at,Zt,Me,ue,be,Pt,Sn,Lt):A.isDataTexture?O.texSubImage2D(O.TEXTURE_2D,de,we,at,Me,ue,Pt,Sn,Lt.data):A.isCompressedTexture?O.compressedTexSubImage2D(O.TEXTURE_2D,de,we,at,Lt.width,Lt.height,Pt,Lt.data):O.texSubImage2D(O.TEXTURE_2D,de,we,at,Me,ue,Pt,Sn,Lt);fe.pixelStorei(O.UNPACK_ROW_LENGTH,Nn),fe.pixelStorei(O.UNPACK_IMAGE_HEIGHT,gt),fe.pixelStorei(O.UNPACK_SKIP_PIXELS,Vs),fe.pixelStorei(O.UNPACK_SKIP_ROWS,wn),fe.pixelStorei(O.UNPACK_SKIP_IMAGES,qa),de===0&&D.generateMipmaps===!0&&D.mipmapsAutoUpdate===!0&&O.generateMipmap(Te),fe.unbindTexture()},this.initRenderTarget=function(A){Fe.get(A).__webglFramebuffer===void 0&&Ge.setupRenderTarget(A)},this.initTexture=function(A){A.isCubeTexture?Ge.setTextureCube(A,0):A.isData3DTexture?Ge.setTexture3D(A,0):A.isDataArrayTexture||A.isCompressedArrayTexture?Ge.setTexture2DArray(A,0):Ge.setTexture2D(A,0),fe.unbindTexture()},this.resetState=function(){X=0,H=0,ee=null,fe.reset(),ae.reset()},typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}get coordinateSystem(){return si}get outputColorSpace(){return this._outputColorSpace}set outputColorSpace(e){this._outputColorSpace=e;let t=this.getContext();t.drawingBufferColorSpace=et._getDrawingBufferColorSpace(e),t.unpackColorSpace=et._getUnpackColorSpace()}};function Ed(n,e){if(e===nd)return console.warn("THREE.BufferGeometryUtils.toTrianglesDrawMode(): Geometry already defined as triangles."),n;if(e===mo||e===Da){let t=n.getIndex();if(t===null){let r=[],o=n.getAttribute("position");if(o!==void 0){for(let a=0;a<o.count;a++)r.push(a);n.setIndex(r),t=n.getIndex()}else return console.error("THREE.BufferGeometryUtils.toTrianglesDrawMode(): Undefined position attribute. Processing not possible."),n}let i=t.count-2,s=[];if(e===mo)for(let r=1;r<=i;r++)s.push(t.getX(0)),s.push(t.getX(r)),s.push(t.getX(r+1));else for(let r=0;r<i;r++)r%2===0?(s.push(t.getX(r)),s.push(t.getX(r+1)),s.push(t.getX(r+2))):(s.push(t.getX(r+2)),s.push(t.getX(r+1)),s.push(t.getX(r)));return s.length/3!==i&&console.error("THREE.BufferGeometryUtils.toTrianglesDrawMode(): Unable to generate correct amount of triangles."),n.setIndex(s),n.clearGroups(),n}else return console.error("THREE.BufferGeometryUtils.toTrianglesDrawMode(): Unknown draw mode:",e),n}function Zg(n){let e=new Map,t=new Map,i=n.clone();return Jg(n,i,function(s,r){e.set(r,s),t.set(s,r)}),i.traverse(function(s){if(!s.isSkinnedMesh)return;let r=s,o=e.get(s),a=o.skeleton.bones;r.skeleton=o.skeleton.clone(),r.bindMatrix.copy(o.bindMatrix),r.skeleton.bones=a.map(function(c){return t.get(c)}),r.bind(r.skeleton,r.bindMatrix)}),i}function Jg(n,e,t){t(n,e);for(let i=0;i<n.children.length;i++)Jg(n.children[i],e.children[i],t)}var eu=class extends Pn{constructor(e){super(e),this.dracoLoader=null,this.ktx2Loader=null,this.meshoptDecoder=null,this.pluginCallbacks=[],this.register(function(t){return new Nd(t)}),this.register(function(t){return new Dd(t)}),this.register(function(t){return new Ud(t)}),this.register(function(t){return new Wd(t)}),this.register(function(t){return new Xd(t)}),this.register(function(t){return new qd(t)}),this.register(function(t){return new Od(t)}),this.register(function(t){return new Fd(t)}),this.register(function(t){return new Bd(t)}),this.register(function(t){return new zd(t)}),this.register(function(t){return new Ld(t)}),this.register(function(t){return new Vd(t)}),this.register(function(t){return new kd(t)}),this.register(function(t){return new Gd(t)}),this.register(function(t){return new Hd(t)}),this.register(function(t){return new Pd(t)}),this.register(function(t){return new tu(t,nt.EXT_MESHOPT_COMPRESSION)}),this.register(function(t){return new tu(t,nt.KHR_MESHOPT_COMPRESSION)}),this.register(function(t){return new $d(t)})}load(e,t,i,s){let r=this,o;if(this.resourcePath!=="")o=this.resourcePath;else if(this.path!==""){let l=us.extractUrlBase(e);o=us.resolveURL(l,this.path)}else o=us.extractUrlBase(e);this.manager.itemStart(e);let a=function(l){s?s(l):console.error(l),r.manager.itemError(e),r.manager.itemEnd(e)},c=new li(this.manager);c.setPriority(this.priority),c.setCache(this.cache),c.setPath(this.path),c.setResponseType("arraybuffer"),c.setRequestHeader(this.requestHeader),c.setWithCredentials(this.withCredentials),c.load(e,function(l){try{r.parse(l,o,function(u){t(u),r.manager.itemEnd(e)},a)}catch(u){a(u)}},i,a)}setDRACOLoader(e){return this.dracoLoader=e,this}setKTX2Loader(e){return this.ktx2Loader=e,this}setMeshoptDecoder(e){return this.meshoptDecoder=e,this}register(e){return this.pluginCallbacks.indexOf(e)===-1&&this.pluginCallbacks.push(e),this}unregister(e){return this.pluginCallbacks.indexOf(e)!==-1&&this.pluginCallbacks.splice(this.pluginCallbacks.indexOf(e),1),this}parse(e,t,i,s){let r,o={},a={},c=new TextDecoder;if(typeof e=="string")r=JSON.parse(e);else if(e instanceof ArrayBuffer)if(c.decode(new Uint8Array(e,0,4))===i0){try{o[nt.KHR_BINARY_GLTF]=new Yd(e)}catch(d){s&&s(d);return}r=JSON.parse(o[nt.KHR_BINARY_GLTF].content)}else r=JSON.parse(c.decode(e));else r=e;if(r.asset===void 0||r.asset.version[0]<2){s&&s(new Error("THREE.GLTFLoader: Unsupported asset. glTF versions >=2.0 are supported."));return}let l=new tf(r,{path:t||this.resourcePath||"",crossOrigin:this.crossOrigin,priority:this.priority,cache:this.cache,withCredentials:this.withCredentials,requestHeader:this.requestHeader,manager:this.manager,ktx2Loader:this.ktx2Loader,meshoptDecoder:this.meshoptDecoder});l.fileLoader.setRequestHeader(this.requestHeader);for(let u=0;u<this.pluginCallbacks.length;u++){let d=this.pluginCallbacks[u](l);d.name||console.error("THREE.GLTFLoader: Invalid plugin found: missing name"),a[d.name]=d,o[d.name]=!0}if(r.extensionsUsed)for(let u=0;u<r.extensionsUsed.length;++u){let d=r.extensionsUsed[u],h=r.extensionsRequired||[];switch(d){case nt.KHR_MATERIALS_UNLIT:o[d]=new Id;break;case nt.KHR_DRACO_MESH_COMPRESSION:o[d]=new Kd(r,this.dracoLoader);break;case nt.KHR_TEXTURE_TRANSFORM:o[d]=new jd;break;case nt.KHR_MESH_QUANTIZATION:o[d]=new Zd;break;default:h.indexOf(d)>=0&&a[d]===void 0&&console.warn('THREE.GLTFLoader: Unknown extension "'+d+'".')}}l.setExtensions(o),l.setPlugins(a),l.parse(i,s)}parseAsync(e,t){let i=this;return new Promise(function(s,r){i.parse(e,t,s,r)})}};function vS(){let n={};return{get:function(e){return n[e]},add:function(e,t){n[e]=t},remove:function(e){delete n[e]},removeAll:function(){n={}}}}function zt(n,e,t){let i=n.json.materials[e];return i.extensions&&i.extensions[t]?i.extensions[t]:null}var nt={KHR_BINARY_GLTF:"KHR_binary_glTF",KHR_DRACO_MESH_COMPRESSION:"KHR_draco_mesh_compression",KHR_LIGHTS_PUNCTUAL:"KHR_lights_punctual",KHR_MATERIALS_CLEARCOAT:"KHR_materials_clearcoat",KHR_MATERIALS_DIFFUSE_ROUGHNESS:"KHR_materials_diffuse_roughness",KHR_MATERIALS_DISPERSION:"KHR_materials_dispersion",KHR_MATERIALS_IOR:"KHR_materials_ior",KHR_MATERIALS_SHEEN:"KHR_materials_sheen",KHR_MATERIALS_SPECULAR:"KHR_materials_specular",KHR_MATERIALS_TRANSMISSION:"KHR_materials_transmission",KHR_MATERIALS_IRIDESCENCE:"KHR_materials_iridescence",KHR_MATERIALS_ANISOTROPY:"KHR_materials_anisotropy",KHR_MATERIALS_UNLIT:"KHR_materials_unlit",KHR_MATERIALS_VOLUME:"KHR_materials_volume",KHR_TEXTURE_BASISU:"KHR_texture_basisu",KHR_TEXTURE_TRANSFORM:"KHR_texture_transform",KHR_MESH_QUANTIZATION:"KHR_mesh_quantization",KHR_MATERIALS_EMISSIVE_STRENGTH:"KHR_materials_emissive_strength",EXT_MATERIALS_BUMP:"EXT_materials_bump",EXT_TEXTURE_WEBP:"EXT_texture_webp",EXT_TEXTURE_AVIF:"EXT_texture_avif",EXT_MESHOPT_COMPRESSION:"EXT_meshopt_compression",KHR_MESHOPT_COMPRESSION:"KHR_meshopt_compression",EXT_MESH_GPU_INSTANCING:"EXT_mesh_gpu_instancing"},Pd=class{constructor(e){this.parser=e,this.name=nt.KHR_LIGHTS_PUNCTUAL,this.cache={refs:{},uses:{}}}_markDefs(){let e=this.parser,t=this.parser.json.nodes||[];for(let i=0,s=t.length;i<s;i++){let r=t[i];r.extensions&&r.extensions[this.name]&&r.extensions[this.name].light!==void 0&&e._addNodeRef(this.cache,r.extensions[this.name].light)}}_loadLight(e){let t=this.parser,i="light:"+e,s=t.cache.get(i);if(s)return s;let r=t.json,c=((r.extensions&&r.extensions[this.name]||{}).lights||[])[e],l,u=new pe(16777215);c.color!==void 0&&u.setRGB(c.color[0],c.color[1],c.color[2],kn);let d=c.range!==void 0?c.range:0;switch(c.type){case"directional":l=new pr(u),l.target.position.set(0,0,-1),l.add(l.target);break;case"point":l=new fr(u),l.distance=d;break;case"spot":l=new _a(u),l.distance=d,c.spot=c.spot||{},c.spot.innerConeAngle=c.spot.innerConeAngle!==void 0?c.spot.innerConeAngle:0,c.spot.outerConeAngle=c.spot.outerConeAngle!==void 0?c.spot.outerConeAngle:Math.PI/4,l.angle=c.spot.outerConeAngle,l.penumbra=1-c.spot.innerConeAngle/c.spot.outerConeAngle,l.target.position.set(0,0,-1),l.add(l.target);break;default:throw new Error("THREE.GLTFLoader: Unexpected light type: "+c.type)}return l.position.set(0,0,0),zi(l,c),c.intensity!==void 0&&(l.intensity=c.intensity),l.name=t.createUniqueName(c.name||"light_"+e),s=Promise.resolve(l),t.cache.add(i,s),s}getDependency(e,t){if(e==="light")return this._loadLight(t)}createNodeAttachment(e){let t=this,i=this.parser,r=i.json.nodes[e],a=(r.extensions&&r.extensions[this.name]||{}).light;return a===void 0?null:this._loadLight(a).then(function(c){return i._getNodeRef(t.cache,a,c)})}},Id=class{constructor(){this.name=nt.KHR_MATERIALS_UNLIT}getMaterialType(){return Mn}extendParams(e,t,i){let s=[];e.color=new pe(1,1,1),e.opacity=1;let r=t.pbrMetallicRoughness;if(r){if(Array.isArray(r.baseColorFactor)){let o=r.baseColorFactor;e.color.setRGB(o[0],o[1],o[2],kn),e.opacity=o[3]}r.baseColorTexture!==void 0&&s.push(i.assignTexture(e,"map",r.baseColorTexture,xt))}return Promise.all(s)}},Ld=class{constructor(e){this.parser=e,this.name=nt.KHR_MATERIALS_EMISSIVE_STRENGTH}extendMaterialParams(e,t){let i=zt(this.parser,e,this.name);return i===null||i.emissiveStrength!==void 0&&(t.emissiveIntensity=i.emissiveStrength),Promise.resolve()}},Nd=class{constructor(e){this.parser=e,this.name=nt.KHR_MATERIALS_CLEARCOAT}getMaterialType(e){return zt(this.parser,e,this.name)!==null?Bn:null}extendMaterialParams(e,t){let i=zt(this.parser,e,this.name);if(i===null)return Promise.resolve();let s=[];if(i.clearcoatFactor!==void 0&&(t.clearcoat=i.clearcoatFactor),i.clearcoatTexture!==void 0&&s.push(this.parser.assignTexture(t,"clearcoatMap",i.clearcoatTexture)),i.clearcoatRoughnessFactor!==void 0&&(t.clearcoatRoughness=i.clearcoatRoughnessFactor),i.clearcoatRoughnessTexture!==void 0&&s.push(this.parser.assignTexture(t,"clearcoatRoughnessMap",i.clearcoatRoughnessTexture)),i.clearcoatNormalTexture!==void 0&&(s.push(this.parser.assignTexture(t,"clearcoatNormalMap",i.clearcoatNormalTexture)),i.clearcoatNormalTexture.scale!==void 0)){let r=i.clearcoatNormalTexture.scale;t.clearcoatNormalScale=new Ne(r,r)}return Promise.all(s)}},Dd=class{constructor(e){this.parser=e,this.name=nt.KHR_MATERIALS_DIFFUSE_ROUGHNESS}getMaterialType(e){return zt(this.parser,e,this.name)!==null?Bn:null}extendMaterialParams(e,t){let i=zt(this.parser,e,this.name);if(i===null)return Promise.resolve();let s=[];return t.diffuseRoughness=i.diffuseRoughnessFactor!==void 0?i.diffuseRoughnessFactor:0,i.diffuseRoughnessTexture!==void 0&&s.push(this.parser.assignTexture(t,"diffuseRoughnessMap",i.diffuseRoughnessTexture)),Promise.all(s)}},Ud=class{constructor(e){this.parser=e,this.name=nt.KHR_MATERIALS_DISPERSION}getMaterialType(e){return zt(this.parser,e,this.name)!==null?Bn:null}extendMaterialParams(e,t){let i=zt(this.parser,e,this.name);return i===null||(t.dispersion=i.dispersion!==void 0?i.dispersion:0),Promise.resolve()}},kd=class{constructor(e){this.parser=e,this.name=nt.KHR_MATERIALS_IRIDESCENCE}getMaterialType(e){return zt(this.parser,e,this.name)!==null?Bn:null}extendMaterialParams(e,t){let i=zt(this.parser,e,this.name);if(i===null)return Promise.resolve();let s=[];return i.iridescenceFactor!==void 0&&(t.iridescence=i.iridescenceFactor),i.iridescenceTexture!==void 0&&s.push(this.parser.assignTexture(t,"iridescenceMap",i.iridescenceTexture)),i.iridescenceIor!==void 0&&(t.iridescenceIOR=i.iridescenceIor),i.iridescenceThicknessMinimum!==void 0&&(t.iridescenceThicknessMinimum=i.iridescenceThicknessMinimum),i.iridescenceThicknessMaximum!==void 0&&(t.iridescenceThicknessMaximum=i.iridescenceThicknessMaximum),i.iridescenceThicknessTexture!==void 0&&s.push(this.parser.assignTexture(t,"iridescenceThicknessMap",i.iridescenceThicknessTexture)),Promise.all(s)}},Od=class{constructor(e){this.parser=e,this.name=nt.KHR_MATERIALS_SHEEN}getMaterialType(e){return zt(this.parser,e,this.name)!==null?Bn:null}extendMaterialParams(e,t){let i=zt(this.parser,e,this.name);if(i===null)return Promise.resolve();let s=[];if(t.sheenColor=new pe(0,0,0),t.sheenRoughness=0,t.sheen=1,i.sheenColorFactor!==void 0){let r=i.sheenColorFactor;t.sheenColor.setRGB(r[0],r[1],r[2],kn)}return i.sheenRoughnessFactor!==void 0&&(t.sheenRoughness=i.sheenRoughnessFactor),i.sheenColorTexture!==void 0&&s.push(this.parser.assignTexture(t,"sheenColorMap",i.sheenColorTexture,xt)),i.sheenRoughnessTexture!==void 0&&s.push(this.parser.assignTexture(t,"sheenRoughnessMap",i.sheenRoughnessTexture)),Promise.all(s)}},Fd=class{constructor(e){this.parser=e,this.name=nt.KHR_MATERIALS_TRANSMISSION}getMaterialType(e){return zt(this.parser,e,this.name)!==null?Bn:null}extendMaterialParams(e,t){let i=zt(this.parser,e,this.name);if(i===null)return Promise.resolve();let s=[];return i.transmissionFactor!==void 0&&(t.transmission=i.transmissionFactor),i.transmissionTexture!==void 0&&s.push(this.parser.assignTexture(t,"transmissionMap",i.transmissionTexture)),Promise.all(s)}},Bd=class{constructor(e){this.parser=e,this.name=nt.KHR_MATERIALS_VOLUME}getMaterialType(e){return zt(this.parser,e,this.name)!==null?Bn:null}extendMaterialParams(e,t){let i=zt(this.parser,e,this.name);if(i===null)return Promise.resolve();let s=[];t.thickness=i.thicknessFactor!==void 0?i.thicknessFactor:0,i.thicknessTexture!==void 0&&s.push(this.parser.assignTexture(t,"thicknessMap",i.thicknessTexture)),t.attenuationDistance=i.attenuationDistance||1/0;let r=i.attenuationColor||[1,1,1];return t.attenuationColor=new pe().setRGB(r[0],r[1],r[2],kn),Promise.all(s)}},zd=class{constructor(e){this.parser=e,this.name=nt.KHR_MATERIALS_IOR}getMaterialType(e){return zt(this.parser,e,this.name)!==null?Bn:null}extendMaterialParams(e,t){let i=zt(this.parser,e,this.name);return i===null||(t.ior=i.ior!==void 0?i.ior:1.5,t.ior===0&&(t.ior=1e3)),Promise.resolve()}},Vd=class{constructor(e){this.parser=e,this.name=nt.KHR_MATERIALS_SPECULAR}getMaterialType(e){return zt(this.parser,e,this.name)!==null?Bn:null}extendMaterialParams(e,t){let i=zt(this.parser,e,this.name);if(i===null)return Promise.resolve();let s=[];t.specularIntensity=i.specularFactor!==void 0?i.specularFactor:1,i.specularTexture!==void 0&&s.push(this.parser.assignTexture(t,"specularIntensityMap",i.specularTexture));let r=i.specularColorFactor||[1,1,1];return t.specularColor=new pe().setRGB(r[0],r[1],r[2],kn),i.specularColorTexture!==void 0&&s.push(this.parser.assignTexture(t,"specularColorMap",i.specularColorTexture,xt)),Promise.all(s)}},Hd=class{constructor(e){this.parser=e,this.name=nt.EXT_MATERIALS_BUMP}getMaterialType(e){return zt(this.parser,e,this.name)!==null?Bn:null}extendMaterialParams(e,t){let i=zt(this.parser,e,this.name);if(i===null)return Promise.resolve();let s=[];return t.bumpScale=i.bumpFactor!==void 0?i.bumpFactor:1,i.bumpTexture!==void 0&&s.push(this.parser.assignTexture(t,"bumpMap",i.bumpTexture)),Promise.all(s)}},Gd=class{constructor(e){this.parser=e,this.name=nt.KHR_MATERIALS_ANISOTROPY}getMaterialType(e){return zt(this.parser,e,this.name)!==null?Bn:null}extendMaterialParams(e,t){let i=zt(this.parser,e,this.name);if(i===null)return Promise.resolve();let s=[];return i.anisotropyStrength!==void 0&&(t.anisotropy=i.anisotropyStrength),i.anisotropyRotation!==void 0&&(t.anisotropyRotation=i.anisotropyRotation),i.anisotropyTexture!==void 0&&s.push(this.parser.assignTexture(t,"anisotropyMap",i.anisotropyTexture)),Promise.all(s)}},Wd=class{constructor(e){this.parser=e,this.name=nt.KHR_TEXTURE_BASISU}loadTexture(e){let t=this.parser,i=t.json,s=i.textures[e];if(!s.extensions||!s.extensions[this.name])return null;let r=s.extensions[this.name],o=t.options.ktx2Loader;if(!o){if(i.extensionsRequired&&i.extensionsRequired.indexOf(this.name)>=0)throw new Error("THREE.GLTFLoader: setKTX2Loader must be called before loading KTX2 textures");return null}return t.loadTextureImage(e,r.source,o)}},Xd=class{constructor(e){this.parser=e,this.name=nt.EXT_TEXTURE_WEBP}loadTexture(e){let t=this.name,i=this.parser,s=i.json,r=s.textures[e];if(!r.extensions||!r.extensions[t])return null;let o=r.extensions[t],a=s.images[o.source],c=i.textureLoader;if(a.uri){let l=i.options.manager.getHandler(a.uri);l!==null&&(c=l)}return i.loadTextureImage(e,o.source,c)}},qd=class{constructor(e){this.parser=e,this.name=nt.EXT_TEXTURE_AVIF}loadTexture(e){let t=this.name,i=this.parser,s=i.json,r=s.textures[e];if(!r.extensions||!r.extensions[t])return null;let o=r.extensions[t],a=s.images[o.source],c=i.textureLoader;if(a.uri){let l=i.options.manager.getHandler(a.uri);l!==null&&(c=l)}return i.loadTextureImage(e,o.source,c)}},tu=class{constructor(e,t){this.name=t,this.parser=e}loadBufferView(e){let t=this.parser.json,i=t.bufferViews[e];if(i.extensions&&i.extensions[this.name]){let s=i.extensions[this.name],r=this.parser.getDependency("buffer",s.buffer),o=this.parser.options.meshoptDecoder;if(!o||!o.supported){if(t.extensionsRequired&&t.extensionsRequired.indexOf(this.name)>=0)throw new Error("THREE.GLTFLoader: setMeshoptDecoder must be called before loading compressed files");return null}return r.then(function(a){let c=s.byteOffset||0,l=s.byteLength||0,u=s.count,d=s.byteStride,h=new Uint8Array(a,c,l);return o.decodeGltfBufferAsync?o.decodeGltfBufferAsync(u,d,h,s.mode,s.filter).then(function(p){return p.buffer}):o.ready.then(function(){let p=new ArrayBuffer(u*d);return o.decodeGltfBuffer(new Uint8Array(p),u,d,h,s.mode,s.filter),p})})}else return null}},$d=class{constructor(e){this.name=nt.EXT_MESH_GPU_INSTANCING,this.parser=e}createNodeMesh(e){let t=this.parser.json,i=t.nodes[e];if(!i.extensions||!i.extensions[this.name]||i.mesh===void 0)return null;let s=t.meshes[i.mesh];for(let l of s.primitives)if(l.mode!==fi.TRIANGLES&&l.mode!==fi.TRIANGLE_STRIP&&l.mode!==fi.TRIANGLE_FAN&&l.mode!==void 0)return null;let o=i.extensions[this.name].attributes,a=[],c={};for(let l in o)a.push(this.parser.getDependency("accessor",o[l]).then(u=>(c[l]=u,c[l])));return a.length<1?null:(a.push(this.parser.createNodeMesh(e)),Promise.all(a).then(l=>{let u=l.pop(),d=u.isGroup?u.children:[u],h=l[0].count,p=[];for(let g of d){let y=new Xe,x=new U,m=new Rn,b=new U(1,1,1),M=new cr(g.geometry,g.material,h);for(let E=0;E<h;E++)c.TRANSLATION&&x.fromBufferAttribute(c.TRANSLATION,E),c.ROTATION&&m.fromBufferAttribute(c.ROTATION,E),c.SCALE&&b.fromBufferAttribute(c.SCALE,E),M.setMatrixAt(E,y.compose(x,m,b));let v=null;for(let E in c)if(E==="_COLOR_0"){let T=c[E];M.instanceColor=new is(T.array,T.itemSize,T.normalized)}else if(E!=="TRANSLATION"&&E!=="ROTATION"&&E!=="SCALE"){if(v===null){let _=M.geometry;v=new Nt,v.name=_.name;for(let S in _.attributes)v.setAttribute(S,_.attributes[S]);for(let S in _.morphAttributes)v.morphAttributes[S]=_.morphAttributes[S];_.index!==null&&v.setIndex(_.index),v.morphTargetsRelative=_.morphTargetsRelative;for(let S of _.groups)v.addGroup(S.start,S.count,S.materialIndex);_.boundingBox!==null&&(v.boundingBox=_.boundingBox.clone()),_.boundingSphere!==null&&(v.boundingSphere=_.boundingSphere.clone()),v.drawRange.start=_.drawRange.start,v.drawRange.count=_.drawRange.count,v.userData=Object.assign({},_.userData),M.geometry=v}let T=c[E];v.setAttribute(E,new is(T.array,T.itemSize,T.normalized))}Dt.prototype.copy.call(M,g),this.parser.assignFinalMaterial(M),p.push(M)}return u.isGroup?(u.clear(),u.add(...p),u):p[0]}))}},i0="glTF",Ba=12,Qg={JSON:1313821514,BIN:5130562},Yd=class{constructor(e){this.name=nt.KHR_BINARY_GLTF,this.content=null,this.body=null;let t=new DataView(e,0,Ba),i=new TextDecoder;if(this.header={magic:i.decode(new Uint8Array(e.slice(0,4))),version:t.getUint32(4,!0),length:t.getUint32(8,!0)},this.header.magic!==i0)throw new Error("THREE.GLTFLoader: Unsupported glTF-Binary header.");if(this.header.version<2)throw new Error("THREE.GLTFLoader: Legacy binary file detected.");let s=this.header.length-Ba,r=new DataView(e,Ba),o=0;for(;o<s;){let a=r.getUint32(o,!0);o+=4;let c=r.getUint32(o,!0);if(o+=4,c===Qg.JSON){let l=new Uint8Array(e,Ba+o,a);this.content=i.decode(l)}else if(c===Qg.BIN){let l=Ba+o;this.body=e.slice(l,l+a)}o+=a}if(this.content===null)throw new Error("THREE.GLTFLoader: JSON content not found.")}},Kd=class{constructor(e,t){if(!t)throw new Error("THREE.GLTFLoader: No DRACOLoader instance provided.");this.name=nt.KHR_DRACO_MESH_COMPRESSION,this.json=e,this.dracoLoader=t,this.dracoLoader.preload()}decodePrimitive(e,t){let i=this.json,s=this.dracoLoader,r=e.extensions[this.name].bufferView,o=e.extensions[this.name].attributes,a={},c={},l={};for(let u in o){let d=Qd[u]||u.toLowerCase();a[d]=o[u]}for(let u in e.attributes){let d=Qd[u]||u.toLowerCase();if(o[u]!==void 0){let h=i.accessors[e.attributes[u]],p=vo[h.componentType];l[d]=p.name,c[d]=h.normalized===!0}}return t.getDependency("bufferView",r).then(function(u){return new Promise(function(d,h){s.decodeDracoFile(u,function(p){for(let g in p.attributes){let y=p.attributes[g],x=c[g];x!==void 0&&(y.normalized=x)}d(p)},a,l,kn,h)})})}},jd=class{constructor(){this.name=nt.KHR_TEXTURE_TRANSFORM}extendTexture(e,t){if((t.texCoord===void 0||t.texCoord===e.channel)&&t.offset===void 0&&t.rotation===void 0&&t.scale===void 0)return e;if(e=e.clone(),t.texCoord!==void 0&&(e.channel=t.texCoord),t.offset!==void 0&&e.offset.fromArray(t.offset),t.rotation!==void 0&&(e.rotation=t.rotation),t.scale!==void 0&&e.repeat.fromArray(t.scale),t.rotation!==void 0){let i=Math.cos(e.rotation),s=Math.sin(e.rotation);e.matrix.set(e.repeat.x*i,e.repeat.y*s,e.offset.x,-e.repeat.x*s,e.repeat.y*i,e.offset.y,0,0,1),e.matrixAutoUpdate=!1}return e.needsUpdate=!0,e}},Zd=class{constructor(){this.name=nt.KHR_MESH_QUANTIZATION}},nu=class extends ki{constructor(e,t,i,s){super(e,t,i,s)}copySampleValue_(e){let t=this.resultBuffer,i=this.sampleValues,s=this.valueSize,r=e*s*3+s;for(let o=0;o!==s;o++)t[o]=i[r+o];return t}interpolate_(e,t,i,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,c=a*2,l=a*3,u=s-t,d=(i-t)/u,h=d*d,p=h*d,g=e*l,y=g-l,x=-2*p+3*h,m=p-h,b=1-x,M=m-h+d;for(let v=0;v!==a;v++){let E=o[y+v+a],T=o[y+v+c]*u,_=o[g+v+a],S=o[g+v]*u;r[v]=b*E+M*T+x*_+m*S}return r}},yS=new Rn,Jd=class extends nu{interpolate_(e,t,i,s){let r=super.interpolate_(e,t,i,s);return yS.fromArray(r).normalize().toArray(r),r}},fi={FLOAT:5126,FLOAT_MAT3:35675,FLOAT_MAT4:35676,FLOAT_VEC2:35664,FLOAT_VEC3:35665,FLOAT_VEC4:35666,LINEAR:9729,REPEAT:10497,SAMPLER_2D:35678,POINTS:0,LINES:1,LINE_LOOP:2,LINE_STRIP:3,TRIANGLES:4,TRIANGLE_STRIP:5,TRIANGLE_FAN:6,UNSIGNED_BYTE:5121,UNSIGNED_SHORT:5123},vo={5120:Int8Array,5121:Uint8Array,5122:Int16Array,5123:Uint16Array,5125:Uint32Array,5126:Float32Array},e0={9728:qt,9729:an,9984:uc,9985:fo,9986:_r,9987:hi},t0={33071:ii,33648:Yr,10497:Ni},Ad={SCALAR:1,VEC2:2,VEC3:3,VEC4:4,MAT2:4,MAT3:9,MAT4:16},Qd={POSITION:"position",NORMAL:"normal",TANGENT:"tangent",TEXCOORD_0:"uv",TEXCOORD_1:"uv1",TEXCOORD_2:"uv2",TEXCOORD_3:"uv3",COLOR_0:"color",WEIGHTS_0:"skinWeight",JOINTS_0:"skinIndex"},Ns={scale:"scale",translation:"position",rotation:"quaternion",weights:"morphTargetInfluences"},bS={CUBICSPLINE:void 0,LINEAR:rr,STEP:sr},Rd={OPAQUE:"OPAQUE",MASK:"MASK",BLEND:"BLEND"};function MS(n){return n.DefaultMaterial===void 0&&(n.DefaultMaterial=new ai({color:16777215,emissive:0,metalness:1,roughness:1,transparent:!1,depthTest:!0,side:ci})),n.DefaultMaterial}function br(n,e,t){for(let i in t.extensions)n[i]===void 0&&(e.userData.gltfExtensions=e.userData.gltfExtensions||{},e.userData.gltfExtensions[i]=t.extensions[i])}function zi(n,e){e.extras!==void 0&&(typeof e.extras=="object"?Object.assign(n.userData,e.extras):console.warn("THREE.GLTFLoader: Ignoring primitive type .extras, "+e.extras))}function SS(n,e,t){let i=!1,s=!1,r=!1;for(let l=0,u=e.length;l<u;l++){let d=e[l];if(d.POSITION!==void 0&&(i=!0),d.NORMAL!==void 0&&(s=!0),d.COLOR_0!==void 0&&(r=!0),i&&s&&r)break}if(!i&&!s&&!r)return Promise.resolve(n);let o=[],a=[],c=[];for(let l=0,u=e.length;l<u;l++){let d=e[l];if(i){let h=d.POSITION!==void 0?t.getDependency("accessor",d.POSITION):n.attributes.position;o.push(h)}if(s){let h=d.NORMAL!==void 0?t.getDependency("accessor",d.NORMAL):n.attributes.normal;a.push(h)}if(r){let h=d.COLOR_0!==void 0?t.getDependency("accessor",d.COLOR_0):n.attributes.color;c.push(h)}}return Promise.all([Promise.all(o),Promise.all(a),Promise.all(c)]).then(function(l){let u=l[0],d=l[1],h=l[2];return i&&(n.morphAttributes.position=u),s&&(n.morphAttributes.normal=d),r&&(n.morphAttributes.color=h),n.morphTargetsRelative=!0,n})}function wS(n,e){if(n.updateMorphTargets(),e.weights!==void 0)for(let t=0,i=e.weights.length;t<i;t++)n.morphTargetInfluences[t]=e.weights[t];if(e.extras&&Array.isArray(e.extras.targetNames)){let t=e.extras.targetNames;if(n.morphTargetInfluences.length===t.length){n.morphTargetDictionary={};for(let i=0,s=t.length;i<s;i++)n.morphTargetDictionary[t[i]]=i}else console.warn("THREE.GLTFLoader: Invalid extras.targetNames length. Ignoring names.")}}function TS(n){let e,t=n.extensions&&n.extensions[nt.KHR_DRACO_MESH_COMPRESSION];if(t?e="draco:"+t.bufferView+":"+t.indices+":"+Cd(t.attributes):e=n.indices+":"+Cd(n.attributes)+":"+n.mode,n.targets!==void 0)for(let i=0,s=n.targets.length;i<s;i++)e+=":"+Cd(n.targets[i]);return e}function Cd(n){let e="",t=Object.keys(n).sort();for(let i=0,s=t.length;i<s;i++)e+=t[i]+":"+n[t[i]]+";";return e}function ef(n){switch(n){case Int8Array:return 1/127;case Uint8Array:return 1/255;case Int16Array:return 1/32767;case Uint16Array:return 1/65535;default:throw new Error("THREE.GLTFLoader: Unsupported normalized accessor component type.")}}function ES(n){return n.search(/\.jpe?g($|\?)/i)>0||n.search(/^data\:image\/jpeg/)===0?"image/jpeg":n.search(/\.webp($|\?)/i)>0||n.search(/^data\:image\/webp/)===0?"image/webp":n.search(/\.ktx2($|\?)/i)>0||n.search(/^data\:image\/ktx2/)===0?"image/ktx2":"image/png"}var AS=new Xe,tf=class{constructor(e={},t={}){this.json=e,this.extensions={},this.plugins={},this.options=t,this.cache=new vS,this.associations=new Map,this.primitiveCache={},this.nodeCache={},this.meshCache={refs:{},uses:{}},this.cameraCache={refs:{},uses:{}},this.lightCache={refs:{},uses:{}},this.sourceCache={},this.textureCache={},this.nodeNamesUsed={};let i=!1,s=-1,r=!1,o=-1;if(typeof navigator<"u"&&typeof navigator.userAgent<"u"){let a=navigator.userAgent;i=/^((?!chrome|android).)*safari/i.test(a)===!0;let c=a.match(/Version\/(\d+)/);s=i&&c?parseInt(c[1],10):-1,r=a.indexOf("Firefox")>-1,o=r?a.match(/Firefox\/([0-9]+)\./)[1]:-1}typeof createImageBitmap>"u"||i&&s<17||r&&o<98?(this.textureLoader=new ga(this.options.manager),this.textureLoader.setPriority(this.options.priority),this.textureLoader.setCache(this.options.cache)):(this.textureLoader=new ya(this.options.manager),this.textureLoader.setPriority(this.options.priority),this.textureLoader.setCache(this.options.cache)),this.textureLoader.setCrossOrigin(this.options.crossOrigin),this.textureLoader.setWithCredentials(this.options.withCredentials),this.textureLoader.setRequestHeader(this.options.requestHeader),this.fileLoader=new li(this.options.manager),this.fileLoader.setPriority(this.options.priority),this.fileLoader.setCache(this.options.cache),this.fileLoader.setResponseType("arraybuffer"),(this.options.withCredentials||this.options.crossOrigin==="use-credentials")&&this.fileLoader.setWithCredentials(!0)}setExtensions(e){this.extensions=e}setPlugins(e){this.plugins=e}parse(e,t){let i=this,s=this.json,r=this.extensions;this.cache.removeAll(),this.nodeCache={},this._invokeAll(function(o){return o._markDefs&&o._markDefs()}),Promise.all(this._invokeAll(function(o){return o.beforeRoot&&o.beforeRoot()})).then(function(){return Promise.all([i.getDependencies("scene"),i.getDependencies("animation"),i.getDependencies("camera")])}).then(function(o){let a={scene:o[0][s.scene||0],scenes:o[0],animations:o[1],cameras:o[2],asset:s.asset,parser:i,userData:{}};return br(r,a,s),zi(a,s),Promise.all(i._invokeAll(function(c){return c.afterRoot&&c.afterRoot(a)})).then(function(){for(let c of a.scenes)c.updateMatrixWorld();e(a)})}).catch(t)}_markDefs(){let e=this.json.nodes||[],t=this.json.skins||[],i=this.json.meshes||[];for(let s=0,r=t.length;s<r;s++){let o=t[s].joints;for(let a=0,c=o.length;a<c;a++)e[o[a]].isBone=!0}for(let s=0,r=e.length;s<r;s++){let o=e[s];o.mesh!==void 0&&(this._addNodeRef(this.meshCache,o.mesh),o.skin!==void 0&&(i[o.mesh].isSkinnedMesh=!0)),o.camera!==void 0&&this._addNodeRef(this.cameraCache,o.camera)}}_addNodeRef(e,t){t!==void 0&&(e.refs[t]===void 0&&(e.refs[t]=e.uses[t]=0),e.refs[t]++)}_getNodeRef(e,t,i){if(e.refs[t]<=1)return i;let s=i.clone(),r=(o,a)=>{let c=this.associations.get(o);c!=null&&this.associations.set(a,c);for(let[l,u]of o.children.entries())r(u,a.children[l])};return r(i,s),s.name+="_instance_"+e.uses[t]++,s}_invokeOne(e){let t=Object.values(this.plugins);t.push(this);for(let i=0;i<t.length;i++){let s=e(t[i]);if(s)return s}return null}_invokeAll(e){let t=Object.values(this.plugins);t.unshift(this);let i=[];for(let s=0;s<t.length;s++){let r=e(t[s]);r&&i.push(r)}return i}getDependency(e,t){let i=e+":"+t,s=this.cache.get(i);if(!s){switch(e){case"scene":s=this.loadScene(t);break;case"node":s=this._invokeOne(function(r){return r.loadNode&&r.loadNode(t)});break;case"mesh":s=this._invokeOne(function(r){return r.loadMesh&&r.loadMesh(t)});break;case"accessor":s=this.loadAccessor(t);break;case"bufferView":s=this._invokeOne(function(r){return r.loadBufferView&&r.loadBufferView(t)});break;case"buffer":s=this.loadBuffer(t);break;case"material":s=this._invokeOne(function(r){return r.loadMaterial&&r.loadMaterial(t)});break;case"texture":s=this._invokeOne(function(r){return r.loadTexture&&r.loadTexture(t)});break;case"skin":s=this.loadSkin(t);break;case"animation":s=this._invokeOne(function(r){return r.loadAnimation&&r.loadAnimation(t)});break;case"camera":s=this.loadCamera(t);break;default:if(s=this._invokeOne(function(r){return r!=this&&r.getDependency&&r.getDependency(e,t)}),!s)throw new Error("Unknown type: "+e);break}this.cache.add(i,s)}return s}getDependencies(e){let t=this.cache.get(e);if(!t){let i=this,s=this.json[e+(e==="mesh"?"es":"s")]||[];t=Promise.all(s.map(function(r,o){return i.getDependency(e,o)})),this.cache.add(e,t)}return t}loadBuffer(e){let t=this.json.buffers[e],i=this.fileLoader;if(t.type&&t.type!=="arraybuffer")throw new Error("THREE.GLTFLoader: "+t.type+" buffer type is not supported.");if(t.uri===void 0&&e===0)return Promise.resolve(this.extensions[nt.KHR_BINARY_GLTF].body);let s=this.options;return new Promise(function(r,o){i.load(us.resolveURL(t.uri,s.path),r,void 0,function(){o(new Error('THREE.GLTFLoader: Failed to load buffer "'+t.uri+'".'))})})}loadBufferView(e){let t=this.json.bufferViews[e];return this.getDependency("buffer",t.buffer).then(function(i){let s=t.byteLength||0,r=t.byteOffset||0;return i.slice(r,r+s)})}loadAccessor(e){let t=this,i=this.json,s=this.json.accessors[e];if(s.bufferView===void 0&&s.sparse===void 0){let o=Ad[s.type],a=vo[s.componentType],c=s.normalized===!0,l=new a(s.count*o);return Promise.resolve(new At(l,o,c))}let r=[];return s.bufferView!==void 0?r.push(this.getDependency("bufferView",s.bufferView)):r.push(null),s.sparse!==void 0&&(r.push(this.getDependency("bufferView",s.sparse.indices.bufferView)),r.push(this.getDependency("bufferView",s.sparse.values.bufferView))),Promise.all(r).then(function(o){let a=o[0],c=Ad[s.type],l=vo[s.componentType],u=l.BYTES_PER_ELEMENT,d=u*c,h=s.byteOffset||0,p=s.bufferView!==void 0?i.bufferViews[s.bufferView].byteStride:void 0,g=s.normalized===!0,y,x;if(p&&p!==d){let m=Math.floor(h/p),b="InterleavedBuffer:"+s.bufferView+":"+s.componentType+":"+m+":"+s.count,M=t.cache.get(b);M||(y=new l(a,m*p,s.count*p/u),M=new to(y,p/u),t.cache.add(b,M)),x=new no(M,c,h%p/u,g)}else a===null?y=new l(s.count*c):y=new l(a,h,s.count*c),x=new At(y,c,g);if(s.sparse!==void 0){let m=Ad.SCALAR,b=vo[s.sparse.indices.componentType],M=s.sparse.indices.byteOffset||0,v=s.sparse.values.byteOffset||0,E=new b(o[1],M,s.sparse.count*m),T=new l(o[2],v,s.sparse.count*c);a!==null&&(x=new At(x.array.slice(),x.itemSize,x.normalized)),x.normalized=!1;for(let _=0,S=E.length;_<S;_++){let L=E[_];if(x.setX(L,T[_*c]),c>=2&&x.setY(L,T[_*c+1]),c>=3&&x.setZ(L,T[_*c+2]),c>=4&&x.setW(L,T[_*c+3]),c>=5)throw new Error("THREE.GLTFLoader: Unsupported itemSize in sparse BufferAttribute.")}x.normalized=g}return x})}loadTexture(e){let t=this.json,i=this.options,r=t.textures[e].source,o=t.images[r],a=this.textureLoader;if(o.uri){let c=i.manager.getHandler(o.uri);c!==null&&(a=c)}return this.loadTextureImage(e,r,a)}loadTextureImage(e,t,i){let s=this,r=this.json,o=r.textures[e],a=r.images[t],c=(a.uri||a.bufferView)+":"+o.sampler;if(this.textureCache[c])return this.textureCache[c];let l=this.loadImageSource(t,i).then(function(u){u.flipY=!1,u.name=o.name||a.name||"",u.name===""&&typeof a.uri=="string"&&a.uri.startsWith("data:image/")===!1&&(u.name=a.uri);let h=(r.samplers||{})[o.sampler]||{};return u.magFilter=e0[h.magFilter]||an,u.minFilter=e0[h.minFilter]||hi,u.wrapS=t0[h.wrapS]||Ni,u.wrapT=t0[h.wrapT]||Ni,u.generateMipmaps=!u.isCompressedTexture&&u.minFilter!==qt&&u.minFilter!==an,s.associations.set(u,{textures:e}),u}).catch(function(){return null});return this.textureCache[c]=l,l}loadImageSource(e,t){let i=this,s=this.json,r=this.options;if(this.sourceCache[e]!==void 0)return this.sourceCache[e].then(h=>h.clone());let o=s.images[e],a=self.URL||self.webkitURL,c=o.uri||"",l=!1,u;if(t.isKTX2Loader===!0&&o.bufferView!==void 0)u=i.getDependency("bufferView",o.bufferView).then(function(h){return new Promise(function(p,g){t.parse(h,p,g)})});else{if(o.bufferView!==void 0)c=i.getDependency("bufferView",o.bufferView).then(function(h){l=!0;let p=new Blob([h],{type:o.mimeType});return c=a.createObjectURL(p),c});else if(o.uri===void 0)throw new Error("THREE.GLTFLoader: Image "+e+" is missing URI and bufferView");u=Promise.resolve(c).then(function(h){return new Promise(function(p,g){let y=p;t.isImageBitmapLoader===!0&&(y=function(x){let m=new ln(x);m.needsUpdate=!0,p(m)}),t.load(us.resolveURL(h,r.path),y,void 0,g)})})}let d=u.then(function(h){return l===!0&&a.revokeObjectURL(c),zi(h,o),h.userData.mimeType=o.mimeType||ES(o.uri),h}).catch(function(h){throw console.error("THREE.GLTFLoader: Couldn't load texture",c),h});return this.sourceCache[e]=d,d}assignTexture(e,t,i,s){let r=this;return this.getDependency("texture",i.index).then(function(o){if(!o)return null;if(i.texCoord!==void 0&&i.texCoord>0&&(o=o.clone(),o.channel=i.texCoord),r.extensions[nt.KHR_TEXTURE_TRANSFORM]){let a=i.extensions!==void 0?i.extensions[nt.KHR_TEXTURE_TRANSFORM]:void 0;if(a){let c=r.associations.get(o);o=r.extensions[nt.KHR_TEXTURE_TRANSFORM].extendTexture(o,a),r.associations.set(o,c)}}return s!==void 0&&(o.colorSpace=s),e[t]=o,o})}assignFinalMaterial(e){let t=e.geometry,i=e.material,s=t.attributes.tangent===void 0,r=t.attributes.color!==void 0,o=t.attributes.normal===void 0;if(e.isPoints){let a="PointsMaterial:"+i.uuid,c=this.cache.get(a);c||(c=new Si,$t.prototype.copy.call(c,i),c.color.copy(i.color),c.map=i.map,c.sizeAttenuation=!1,this.cache.add(a,c)),i=c}else if(e.isLine){let a="LineBasicMaterial:"+i.uuid,c=this.cache.get(a);c||(c=new Fn,$t.prototype.copy.call(c,i),c.color.copy(i.color),c.map=i.map,this.cache.add(a,c)),i=c}if(s||r||o){let a="ClonedMaterial:"+i.uuid+":";s&&(a+="derivative-tangents:"),r&&(a+="vertex-colors:"),o&&(a+="flat-shading:");let c=this.cache.get(a);c||(c=i.clone(),r&&(c.vertexColors=!0),o&&(c.flatShading=!0),s&&(c.normalScale&&(c.normalScale.y*=-1),c.clearcoatNormalScale&&(c.clearcoatNormalScale.y*=-1)),this.cache.add(a,c),this.associations.set(c,this.associations.get(i))),i=c}e.material=i}getMaterialType(){return ai}loadMaterial(e){let t=this,i=this.json,s=this.extensions,r=i.materials[e],o,a={},c=r.extensions||{},l=[];if(c[nt.KHR_MATERIALS_UNLIT]){let d=s[nt.KHR_MATERIALS_UNLIT];o=d.getMaterialType(),l.push(d.extendParams(a,r,t))}else{let d=r.pbrMetallicRoughness||{};if(a.color=new pe(1,1,1),a.opacity=1,Array.isArray(d.baseColorFactor)){let h=d.baseColorFactor;a.color.setRGB(h[0],h[1],h[2],kn),a.opacity=h[3]}d.baseColorTexture!==void 0&&l.push(t.assignTexture(a,"map",d.baseColorTexture,xt)),a.metalness=d.metallicFactor!==void 0?d.metallicFactor:1,a.roughness=d.roughnessFactor!==void 0?d.roughnessFactor:1,d.metallicRoughnessTexture!==void 0&&(l.push(t.assignTexture(a,"metalnessMap",d.metallicRoughnessTexture)),l.push(t.assignTexture(a,"roughnessMap",d.metallicRoughnessTexture))),o=this._invokeOne(function(h){return h.getMaterialType&&h.getMaterialType(e)}),l.push(Promise.all(this._invokeAll(function(h){return h.extendMaterialParams&&h.extendMaterialParams(e,a)})))}r.doubleSided===!0&&(a.side=xn);let u=r.alphaMode||Rd.OPAQUE;if(u===Rd.BLEND?(a.transparent=!0,a.depthWrite=!1):(a.transparent=!1,u===Rd.MASK&&(a.alphaTest=r.alphaCutoff!==void 0?r.alphaCutoff:.5)),r.normalTexture!==void 0&&o!==Mn&&(l.push(t.assignTexture(a,"normalMap",r.normalTexture)),a.normalScale=new Ne(1,1),r.normalTexture.scale!==void 0)){let d=r.normalTexture.scale;a.normalScale.set(d,d)}if(r.occlusionTexture!==void 0&&o!==Mn&&(l.push(t.assignTexture(a,"aoMap",r.occlusionTexture)),r.occlusionTexture.strength!==void 0&&(a.aoMapIntensity=r.occlusionTexture.strength)),r.emissiveFactor!==void 0&&o!==Mn){let d=r.emissiveFactor;a.emissive=new pe().setRGB(d[0],d[1],d[2],kn)}return r.emissiveTexture!==void 0&&o!==Mn&&l.push(t.assignTexture(a,"emissiveMap",r.emissiveTexture,xt)),Promise.all(l).then(function(){let d=new o(a);return r.name&&(d.name=r.name),zi(d,r),t.associations.set(d,{materials:e}),r.extensions&&br(s,d,r),d})}createUniqueName(e){let t=It.sanitizeNodeName(e||"");return t in this.nodeNamesUsed?t+"_"+ ++this.nodeNamesUsed[t]:(this.nodeNamesUsed[t]=0,t)}loadGeometries(e){let t=this,i=this.extensions,s=this.primitiveCache;function r(a){return i[nt.KHR_DRACO_MESH_COMPRESSION].decodePrimitive(a,t).then(function(c){return n0(c,a,t)})}let o=[];for(let a=0,c=e.length;a<c;a++){let l=e[a],u=TS(l),d=s[u];if(d)o.push(d.promise);else{let h;l.extensions&&l.extensions[nt.KHR_DRACO_MESH_COMPRESSION]?h=r(l):h=n0(new Nt,l,t),l.mode===fi.TRIANGLE_STRIP?h=h.then(p=>Ed(p,Da)):l.mode===fi.TRIANGLE_FAN&&(h=h.then(p=>Ed(p,mo))),s[u]={primitive:l,promise:h},o.push(h)}}return Promise.all(o)}loadMesh(e){let t=this,i=this.json,s=this.extensions,r=i.meshes[e],o=r.primitives,a=[];for(let c=0,l=o.length;c<l;c++){let u=o[c].material===void 0?MS(this.cache):this.getDependency("material",o[c].material);a.push(u)}return a.push(t.loadGeometries(o)),Promise.all(a).then(async function(c){let l=c.slice(0,c.length-1),u=c[c.length-1],d=[];for(let p=0,g=u.length;p<g;p++){let y=u[p],x=o[p],m,b=l[p];if(x.mode===fi.TRIANGLES||x.mode===fi.TRIANGLE_STRIP||x.mode===fi.TRIANGLE_FAN||x.mode===void 0){let M=r.isSkinnedMesh===!0,v=y.hasAttribute("skinIndex")&&y.hasAttribute("skinWeight");M&&v===!1&&console.warn("THREE.GLTFLoader: Missing skinIndex or skinWeight attributes. Skinning disabled."),m=M&&v?new na(y,b):new mt(y,b),m.isSkinnedMesh===!0&&m.normalizeSkinWeights()}else if(x.mode===fi.LINES)m=new ri(y,b);else if(x.mode===fi.LINE_STRIP)m=new ur(y,b);else if(x.mode===fi.LINE_LOOP)m=new sa(y,b);else if(x.mode===fi.POINTS)m=new ss(y,b);else throw new Error("THREE.GLTFLoader: Primitive mode unsupported: "+x.mode);Object.keys(m.geometry.morphAttributes).length>0&&wS(m,r),m.name=t.createUniqueName(r.name||"mesh_"+e),zi(m,r),x.extensions&&br(s,m,x),t.assignFinalMaterial(m),d.push(m)}for(let p=0,g=d.length;p<g;p++)t.associations.set(d[p],{meshes:e,primitives:p});if(d.length===1)return r.extensions&&br(s,d[0],r),d[0];let h=new bn;r.extensions&&br(s,h,r),t.associations.set(h,{meshes:e});for(let p=0,g=d.length;p<g;p++)h.add(d[p]);return h})}loadCamera(e){let t,i=this.json.cameras[e],s=i[i.type];if(!s){console.warn("THREE.GLTFLoader: Missing camera parameters.");return}return i.type==="perspective"?t=new on(Yt.radToDeg(s.yfov),s.aspectRatio||1,s.znear||1,s.zfar||2e6):i.type==="orthographic"&&(t=new wi(-s.xmag,s.xmag,s.ymag,-s.ymag,s.znear,s.zfar)),i.name&&(t.name=this.createUniqueName(i.name)),zi(t,i),Promise.resolve(t)}loadSkin(e){let t=this.json.skins[e],i=[];for(let s=0,r=t.joints.length;s<r;s++)i.push(this._loadNodeShallow(t.joints[s]));return t.inverseBindMatrices!==void 0?i.push(this.getDependency("accessor",t.inverseBindMatrices)):i.push(null),Promise.all(i).then(function(s){let r=s.pop(),o=s,a=[],c=[];for(let l=0,u=o.length;l<u;l++){let d=o[l];if(d){a.push(d);let h=new Xe;r!==null&&h.fromArray(r.array,l*16),c.push(h)}else console.warn('THREE.GLTFLoader: Joint "%s" could not be found.',t.joints[l])}return new ia(a,c)})}loadAnimation(e){let t=this.json,i=this,s=t.animations[e],r=s.name?s.name:"animation_"+e,o=[],a=[],c=[],l=[],u=[];for(let d=0,h=s.channels.length;d<h;d++){let p=s.channels[d],g=s.samplers[p.sampler],y=p.target,x=y.node,m=s.parameters!==void 0?s.parameters[g.input]:g.input,b=s.parameters!==void 0?s.parameters[g.output]:g.output;y.node!==void 0&&(o.push(this.getDependency("node",x)),a.push(this.getDependency("accessor",m)),c.push(this.getDependency("accessor",b)),l.push(g),u.push(y))}return Promise.all([Promise.all(o),Promise.all(a),Promise.all(c),Promise.all(l),Promise.all(u)]).then(function(d){let h=d[0],p=d[1],g=d[2],y=d[3],x=d[4],m=[];for(let M=0,v=h.length;M<v;M++){let E=h[M],T=p[M],_=g[M],S=y[M],L=x[M];if(E===void 0)continue;E.updateMatrix&&E.updateMatrix();let C=i._createAnimationTracks(E,T,_,S,L);if(C)for(let I=0;I<C.length;I++)m.push(C[I])}let b=new ma(r,void 0,m);return zi(b,s),b})}createNodeMesh(e){let t=this.json,i=this,s=t.nodes[e];return s.mesh===void 0?null:i.getDependency("mesh",s.mesh).then(function(r){let o=i._getNodeRef(i.meshCache,s.mesh,r);return s.weights!==void 0&&o.traverse(function(a){if(a.isMesh)for(let c=0,l=s.weights.length;c<l;c++)a.morphTargetInfluences[c]=s.weights[c]}),o})}loadNode(e){let t=this.json,i=this,s=t.nodes[e],r=i._loadNodeShallow(e),o=[],a=s.children||[];for(let l=0,u=a.length;l<u;l++)o.push(i.getDependency("node",a[l]));let c=s.skin===void 0?Promise.resolve(null):i.getDependency("skin",s.skin);return Promise.all([r,Promise.all(o),c]).then(function(l){let u=l[0],d=l[1],h=l[2];h!==null&&u.traverse(function(p){p.isSkinnedMesh&&p.bind(h,AS)});for(let p=0,g=d.length;p<g;p++)u.add(d[p]);if(u.userData.pivot!==void 0&&d.length>0){let p=u.userData.pivot,g=d[0];u.pivot=new U().fromArray(p),u.position.x-=p[0],u.position.y-=p[1],u.position.z-=p[2],g.position.set(0,0,0),delete u.userData.pivot}return u})}_loadNodeShallow(e){let t=this.json,i=this.extensions,s=this;if(this.nodeCache[e]!==void 0)return this.nodeCache[e];let r=t.nodes[e],o=r.name?s.createUniqueName(r.name):"",a=[],c=s._invokeOne(function(l){return l.createNodeMesh&&l.createNodeMesh(e)});return c&&a.push(c),r.camera!==void 0&&a.push(s.getDependency("camera",r.camera).then(function(l){return s._getNodeRef(s.cameraCache,r.camera,l)})),s._invokeAll(function(l){return l.createNodeAttachment&&l.createNodeAttachment(e)}).forEach(function(l){a.push(l)}),this.nodeCache[e]=Promise.all(a).then(function(l){let u;if(r.isBone===!0?u=new io:l.length>1?u=new bn:l.length===1?u=l[0]:u=new Dt,u!==l[0])for(let d=0,h=l.length;d<h;d++)u.add(l[d]);if(r.name&&(u.userData.name=r.name,u.name=o),zi(u,r),r.extensions&&br(i,u,r),r.matrix!==void 0){let d=new Xe;d.fromArray(r.matrix),u.applyMatrix4(d)}else r.translation!==void 0&&u.position.fromArray(r.translation),r.rotation!==void 0&&u.quaternion.fromArray(r.rotation),r.scale!==void 0&&u.scale.fromArray(r.scale);if(!s.associations.has(u))s.associations.set(u,{});else if(r.mesh!==void 0&&s.meshCache.refs[r.mesh]>1){let d=s.associations.get(u);s.associations.set(u,{...d})}return s.associations.get(u).nodes=e,u}),this.nodeCache[e]}loadScene(e){let t=this.extensions,i=this.json.scenes[e],s=this,r=new bn;i.name&&(r.name=s.createUniqueName(i.name)),zi(r,i),i.extensions&&br(t,r,i);let o=i.nodes||[],a=[];for(let c=0,l=o.length;c<l;c++)a.push(s.getDependency("node",o[c]));return Promise.all(a).then(function(c){for(let u=0,d=c.length;u<d;u++){let h=c[u];h.parent!==null?r.add(Zg(h)):r.add(h)}let l=u=>{let d=new Map;for(let[h,p]of s.associations)(h instanceof $t||h instanceof ln)&&d.set(h,p);return u.traverse(h=>{let p=s.associations.get(h);p!=null&&d.set(h,p)}),d};return s.associations=l(r),r})}_createAnimationTracks(e,t,i,s,r){let o=[],a=e.name?e.name:e.uuid,c=[];function l(p){p.morphTargetInfluences&&c.push(p.name?p.name:p.uuid)}Ns[r.path]===Ns.weights?(l(e),e.isGroup&&e.children.forEach(l)):c.push(a);let u;switch(Ns[r.path]){case Ns.weights:u=as;break;case Ns.rotation:u=ls;break;case Ns.translation:case Ns.scale:u=Rs;break;default:i.itemSize===1?u=as:u=Rs;break}let d=s.interpolation!==void 0?bS[s.interpolation]:rr,h=this._getArrayFromAccessor(i);for(let p=0,g=c.length;p<g;p++){let y=new u(c[p]+"."+Ns[r.path],t.array,h,d);s.interpolation==="CUBICSPLINE"&&this._createCubicSplineTrackInterpolant(y),o.push(y)}return o}_getArrayFromAccessor(e){let t=e.array;if(e.normalized){let i=ef(t.constructor),s=new Float32Array(t.length);for(let r=0,o=t.length;r<o;r++)s[r]=t[r]*i;t=s}return t}_createCubicSplineTrackInterpolant(e){e.createInterpolant=function(i){let s=this instanceof ls?Jd:nu;return new s(this.times,this.values,this.getValueSize()/3,i)},e.createInterpolant.isInterpolantFactoryMethodGLTFCubicSpline=!0}};function RS(n,e,t){let i=e.attributes,s=new Cn;if(i.POSITION!==void 0){let a=t.json.accessors[i.POSITION],c=a.min,l=a.max;if(c!==void 0&&l!==void 0){if(s.set(new U(c[0],c[1],c[2]),new U(l[0],l[1],l[2])),a.normalized){let u=ef(vo[a.componentType]);s.min.multiplyScalar(u),s.max.multiplyScalar(u)}}else{console.warn("THREE.GLTFLoader: Missing min/max properties for accessor POSITION.");return}}else return;let r=e.targets;if(r!==void 0){let a=new U,c=new U;for(let l=0,u=r.length;l<u;l++){let d=r[l];if(d.POSITION!==void 0){let h=t.json.accessors[d.POSITION],p=h.min,g=h.max;if(p!==void 0&&g!==void 0){if(c.setX(Math.max(Math.abs(p[0]),Math.abs(g[0]))),c.setY(Math.max(Math.abs(p[1]),Math.abs(g[1]))),c.setZ(Math.max(Math.abs(p[2]),Math.abs(g[2]))),h.normalized){let y=ef(vo[h.componentType]);c.multiplyScalar(y)}a.max(c)}else console.warn("THREE.GLTFLoader: Missing min/max properties for accessor POSITION.")}}s.expandByVector(a)}n.boundingBox=s;let o=new Hn;s.getCenter(o.center),o.radius=s.min.distanceTo(s.max)/2,n.boundingSphere=o}function n0(n,e,t){let i=e.attributes,s=[];function r(o,a){return t.getDependency("accessor",o).then(function(c){n.setAttribute(a,c)})}for(let o in i){let a=Qd[o]||o.toLowerCase();a in n.attributes||s.push(r(i[o],a))}if(e.indices!==void 0&&!n.index){let o=t.getDependency("accessor",e.indices).then(function(a){n.setIndex(a)});s.push(o)}return et.workingColorSpace!==kn&&"COLOR_0"in i&&console.warn(`THREE.GLTFLoader: Converting vertex colors from "srgb-linear" to "${et.workingColorSpace}" not supported.`),zi(n,e),RS(n,e,t),Promise.all(s).then(function(){return e.targets!==void 0?SS(n,e.targets,t):n})}var CS=/^[og]\s*(.+)?/,PS=/^mtllib /,IS=/^usemtl /,LS=/^usemap /,iu=/\s+/,s0=new U,nf=new U,r0=new U,o0=new U,pi=new U,su=new pe;function NS(){let n={objects:[],object:{},vertices:[],normals:[],colors:[],uvs:[],materials:{},materialLibraries:[],startObject:function(e,t){if(this.object&&this.object.fromDeclaration===!1){this.object.name=e,this.object.fromDeclaration=t!==!1;return}let i=this.object&&typeof this.object.currentMaterial=="function"?this.object.currentMaterial():void 0;if(this.object&&typeof this.object._finalize=="function"&&this.object._finalize(!0),this.object={name:e||"",fromDeclaration:t!==!1,geometry:{vertices:[],normals:[],colors:[],uvs:[],hasUVIndices:!1},materials:[],smooth:!0,startMaterial:function(s,r){let o=this._finalize(!1);o&&(o.inherited||o.groupCount<=0)&&this.materials.splice(o.index,1);let a={index:this.materials.length,name:s||"",mtllib:Array.isArray(r)&&r.length>0?r[r.length-1]:"",smooth:o!==void 0?o.smooth:this.smooth,groupStart:o!==void 0?o.groupEnd:0,groupEnd:-1,groupCount:-1,inherited:!1,clone:function(c){let l={index:typeof c=="number"?c:this.index,name:this.name,mtllib:this.mtllib,smooth:this.smooth,groupStart:0,groupEnd:-1,groupCount:-1,inherited:!1};return l.clone=this.clone.bind(l),l}};return this.materials.push(a),a},currentMaterial:function(){if(this.materials.length>0)return this.materials[this.materials.length-1]},_finalize:function(s){let r=this.currentMaterial();if(r&&r.groupEnd===-1&&(r.groupEnd=this.geometry.vertices.length/3,r.groupCount=r.groupEnd-r.groupStart,r.inherited=!1),s&&this.materials.length>1)for(let o=this.materials.length-1;o>=0;o--)this.materials[o].groupCount<=0&&this.materials.splice(o,1);return s&&this.materials.length===0&&this.materials.push({name:"",smooth:this.smooth}),r}},i&&i.name&&typeof i.clone=="function"){let s=i.clone(0);s.inherited=!0,this.object.materials.push(s)}this.objects.push(this.object)},finalize:function(){this.object&&typeof this.object._finalize=="function"&&this.object._finalize(!0)},parseVertexIndex:function(e,t){let i=parseInt(e,10);return(i>=0?i-1:i+t/3)*3},parseNormalIndex:function(e,t){let i=parseInt(e,10);return(i>=0?i-1:i+t/3)*3},parseUVIndex:function(e,t){let i=parseInt(e,10);return(i>=0?i-1:i+t/2)*2},addVertex:function(e,t,i){let s=this.vertices,r=this.object.geometry.vertices;r.push(s[e+0],s[e+1],s[e+2]),r.push(s[t+0],s[t+1],s[t+2]),r.push(s[i+0],s[i+1],s[i+2])},addVertexPoint:function(e){let t=this.vertices;this.object.geometry.vertices.push(t[e+0],t[e+1],t[e+2])},addVertexLine:function(e){let t=this.vertices;this.object.geometry.vertices.push(t[e+0],t[e+1],t[e+2])},addNormal:function(e,t,i){let s=this.normals,r=this.object.geometry.normals;r.push(s[e+0],s[e+1],s[e+2]),r.push(s[t+0],s[t+1],s[t+2]),r.push(s[i+0],s[i+1],s[i+2])},addFaceNormal:function(e,t,i){let s=this.vertices,r=this.object.geometry.normals;s0.fromArray(s,e),nf.fromArray(s,t),r0.fromArray(s,i),pi.subVectors(r0,nf),o0.subVectors(s0,nf),pi.cross(o0),pi.normalize(),r.push(pi.x,pi.y,pi.z),r.push(pi.x,pi.y,pi.z),r.push(pi.x,pi.y,pi.z)},addColor:function(e,t,i){let s=this.colors,r=this.object.geometry.colors;s[e]!==void 0&&r.push(s[e+0],s[e+1],s[e+2]),s[t]!==void 0&&r.push(s[t+0],s[t+1],s[t+2]),s[i]!==void 0&&r.push(s[i+0],s[i+1],s[i+2])},addUV:function(e,t,i){let s=this.uvs,r=this.object.geometry.uvs;r.push(s[e+0],s[e+1]),r.push(s[t+0],s[t+1]),r.push(s[i+0],s[i+1])},addDefaultUV:function(){let e=this.object.geometry.uvs;e.push(0,0),e.push(0,0),e.push(0,0)},addUVLine:function(e){let t=this.uvs;this.object.geometry.uvs.push(t[e+0],t[e+1])},addFace:function(e,t,i,s,r,o,a,c,l){let u=this.vertices.length,d=this.parseVertexIndex(e,u),h=this.parseVertexIndex(t,u),p=this.parseVertexIndex(i,u);if(this.addVertex(d,h,p),this.addColor(d,h,p),a!==void 0&&a!==""){let g=this.normals.length;d=this.parseNormalIndex(a,g),h=this.parseNormalIndex(c,g),p=this.parseNormalIndex(l,g),this.addNormal(d,h,p)}else this.addFaceNormal(d,h,p);if(s!==void 0&&s!==""){let g=this.uvs.length;d=this.parseUVIndex(s,g),h=this.parseUVIndex(r,g),p=this.parseUVIndex(o,g),this.addUV(d,h,p),this.object.geometry.hasUVIndices=!0}else this.addDefaultUV()},addPointGeometry:function(e){this.object.geometry.type="Points";let t=this.vertices.length;for(let i=0,s=e.length;i<s;i++){let r=this.parseVertexIndex(e[i],t);this.addVertexPoint(r),this.addColor(r)}},addLineGeometry:function(e,t){this.object.geometry.type="Line";let i=this.vertices.length,s=this.uvs.length;for(let r=0,o=e.length-1;r<o;r++)this.addVertexLine(this.parseVertexIndex(e[r],i)),this.addVertexLine(this.parseVertexIndex(e[r+1],i));for(let r=0,o=t.length-1;r<o;r++)this.addUVLine(this.parseUVIndex(t[r],s)),this.addUVLine(this.parseUVIndex(t[r+1],s))}};return n.startObject("",!1),n}var ru=class extends Pn{constructor(e){super(e),this.materials=null}load(e,t,i,s){let r=this,o=new li(this.manager);o.setPriority(this.priority),o.setCache(this.cache),o.setPath(this.path),o.setRequestHeader(this.requestHeader),o.setWithCredentials(this.withCredentials),o.load(e,function(a){try{t(r.parse(a))}catch(c){s?s(c):console.error(c),r.manager.itemError(e)}},i,s)}setMaterials(e){return this.materials=e,this}parse(e){let t=new NS;e.indexOf(`\r
`)!==-1&&(e=e.replace(/\r\n/g,`
`)),e.indexOf(`\\
`)!==-1&&(e=e.replace(/\\\n/g,""));let i=e.split(`
`),s=[];for(let a=0,c=i.length;a<c;a++){let l=i[a].trimStart();if(l.length===0)continue;let u=l.charAt(0);if(u!=="#")if(u==="v"){let d=l.split(iu);switch(d[0]){case"v":t.vertices.push(parseFloat(d[1]),parseFloat(d[2]),parseFloat(d[3])),d.length>=7?(su.setRGB(parseFloat(d[4]),parseFloat(d[5]),parseFloat(d[6]),xt),t.colors.push(su.r,su.g,su.b)):t.colors.push(void 0,void 0,void 0);break;case"vn":t.normals.push(parseFloat(d[1]),parseFloat(d[2]),parseFloat(d[3]));break;case"vt":t.uvs.push(parseFloat(d[1]),parseFloat(d[2]));break}}else if(u==="f"){let h=l.slice(1).trim().split(iu),p=[];for(let y=0,x=h.length;y<x;y++){let m=h[y];if(m.length>0){let b=m.split("/");p.push(b)}}let g=p[0];for(let y=1,x=p.length-1;y<x;y++){let m=p[y],b=p[y+1];t.addFace(g[0],m[0],b[0],g[1],m[1],b[1],g[2],m[2],b[2])}}else if(u==="l"){let d=l.substring(1).trim().split(iu),h=[],p=[];if(l.indexOf("/")===-1)h=d;else for(let g=0,y=d.length;g<y;g++){let x=d[g].split("/");x[0]!==""&&h.push(x[0]),x[1]!==""&&p.push(x[1])}t.addLineGeometry(h,p)}else if(u==="p"){let h=l.slice(1).trim().split(iu);t.addPointGeometry(h)}else if((s=CS.exec(l))!==null){let d=(" "+s[0].slice(1).trim()).slice(1);t.startObject(d)}else if(IS.test(l))t.object.startMaterial(l.substring(7).trim(),t.materialLibraries);else if(PS.test(l))t.materialLibraries.push(l.substring(7).trim());else if(LS.test(l))console.warn('THREE.OBJLoader: Rendering identifier "usemap" not supported. Textures must be defined in MTL files.');else if(u==="s"){if(s=l.split(" "),s.length>1){let h=s[1].trim().toLowerCase();t.object.smooth=h!=="0"&&h!=="off"}else t.object.smooth=!0;let d=t.object.currentMaterial();d&&(d.smooth=t.object.smooth)}else{if(l==="\0")continue;console.warn('THREE.OBJLoader: Unexpected line: "'+l+'"')}}t.finalize();let r=new bn;if(r.materialLibraries=[].concat(t.materialLibraries),!(t.objects.length===1&&t.objects[0].geometry.vertices.length===0)===!0)for(let a=0,c=t.objects.length;a<c;a++){let l=t.objects[a],u=l.geometry,d=l.materials,h=u.type==="Line",p=u.type==="Points",g=!1;if(u.vertices.length===0)continue;let y=new Nt;y.setAttribute("position",new ht(u.vertices,3)),u.normals.length>0&&y.setAttribute("normal",new ht(u.normals,3)),u.colors.length>0&&(g=!0,y.setAttribute("color",new ht(u.colors,3))),u.hasUVIndices===!0&&y.setAttribute("uv",new ht(u.uvs,2));let x=[];for(let b=0,M=d.length;b<M;b++){let v=d[b],E=v.name+"_"+v.smooth+"_"+g,T=t.materials[E];if(this.materials!==null){if(T=this.materials.create(v.name),h&&T&&!(T instanceof Fn)){let _=new Fn;$t.prototype.copy.call(_,T),_.color.copy(T.color),T=_}else if(p&&T&&!(T instanceof Si)){let _=new Si({size:10,sizeAttenuation:!1});$t.prototype.copy.call(_,T),_.color.copy(T.color),_.map=T.map,T=_}}T===void 0&&(h?T=new Fn:p?T=new Si({size:1,sizeAttenuation:!1}):T=new ua,T.name=v.name,T.flatShading=!v.smooth,T.vertexColors=g,t.materials[E]=T),x.push(T)}let m;if(x.length>1){for(let b=0,M=d.length;b<M;b++){let v=d[b];y.addGroup(v.groupStart,v.groupCount,b)}h?m=new ri(y,x):p?m=new ss(y,x):m=new mt(y,x)}else h?m=new ri(y,x[0]):p?m=new ss(y,x[0]):m=new mt(y,x[0]);m.name=l.name,r.add(m)}else if(t.vertices.length>0){let a=new Si({size:1,sizeAttenuation:!1}),c=new Nt;c.setAttribute("position",new ht(t.vertices,3)),t.colors.length>0&&t.colors[0]!==void 0&&(c.setAttribute("color",new ht(t.colors,3)),a.vertexColors=!0);let l=new ss(c,a);r.add(l)}return r}};var Ai=new pe,ou=class extends Pn{constructor(e){super(e),this.propertyNameMapping={},this.customPropertyMapping={}}load(e,t,i,s){let r=this,o=new li(this.manager);o.setPriority(this.priority),o.setCache(this.cache),o.setPath(this.path),o.setResponseType("arraybuffer"),o.setRequestHeader(this.requestHeader),o.setWithCredentials(this.withCredentials),o.load(e,function(a){try{t(r.parse(a))}catch(c){s?s(c):console.error(c),r.manager.itemError(e)}},i,s)}setPropertyNameMapping(e){this.propertyNameMapping=e}setCustomPropertyNameMapping(e){this.customPropertyMapping=e}parse(e){function t(M,v=0){let E=/^ply([\s\S]*)end_header(\r\n|\r|\n)/,T="",_=E.exec(M);_!==null&&(T=_[1]);let S={comments:[],elements:[],headerLength:v,objInfo:""},L=T.split(/\r\n|\r|\n/),C;function I(k,F){let P={type:k[0]};return P.type==="list"?(P.name=k[3],P.countType=k[1],P.itemType=k[2]):P.name=k[1],P.name in F&&(P.name=F[P.name]),P}for(let k=0;k<L.length;k++){let F=L[k];if(F=F.trim(),F==="")continue;let P=F.split(/\s+/),G=P.shift();switch(F=P.join(" "),G){case"format":S.format=P[0],S.version=P[1];break;case"comment":S.comments.push(F);break;case"element":C!==void 0&&S.elements.push(C),C={},C.name=P[0],C.count=parseInt(P[1]),C.properties=[];break;case"property":C.properties.push(I(P,b.propertyNameMapping));break;case"obj_info":S.objInfo=F;break;default:console.log("unhandled",G,P)}}return C!==void 0&&S.elements.push(C),S}function i(M,v){switch(v){case"char":case"uchar":case"short":case"ushort":case"int":case"uint":case"int8":case"uint8":case"int16":case"uint16":case"int32":case"uint32":return parseInt(M);case"float":case"double":case"float32":case"float64":return parseFloat(M)}}function s(M,v){let E={};for(let T=0;T<M.length;T++){if(v.empty())return null;if(M[T].type==="list"){let _=[],S=i(v.next(),M[T].countType);for(let L=0;L<S;L++){if(v.empty())return null;_.push(i(v.next(),M[T].itemType))}E[M[T].name]=_}else E[M[T].name]=i(v.next(),M[T].type)}return E}function r(){let M={indices:[],vertices:[],normals:[],uvs:[],faceVertexUvs:[],colors:[],faceVertexColors:[],descriptors:{}};for(let v of Object.keys(b.customPropertyMapping))M[v]=[];return M}function o(M){switch(M){case"int8":case"char":return Jo;case"uint8":case"uchar":return Qo;case"int16":case"short":return ea;case"uint16":case"ushort":return ar;case"int32":case"int":return ta;case"uint32":case"uint":return lr;case"float32":case"float":return ht;case"float64":case"double":return sf}}function a(M){switch(M){case"uchar":case"uint8":return 1/255;case"ushort":case"uint16":return 1/65535;case"float":case"float32":case"double":case"float64":return 1;default:return 1/255}}function c(M){return M==="float"||M==="float32"||M==="double"||M==="float64"}function l(M){function v(ee){for(let q of ee){let Q=M.find(te=>te.name===q);if(Q)return Q}return null}let E=v(["x","px","posx"]),T=v(["y","py","posy"]),_=v(["z","pz","posz"]),S=v(["nx","normalx"]),L=v(["ny","normaly"]),C=v(["nz","normalz"]),I=v(["s","u","texture_u","tx"]),k=v(["t","v","texture_v","ty"]),F=v(["red","diffuse_red","r","diffuse_r"]),P=v(["green","diffuse_green","g","diffuse_g"]),G=v(["blue","diffuse_blue","b","diffuse_b"]),X=v(["texcoord"]),H={};for(let ee of Object.keys(b.customPropertyMapping)){let Q=b.customPropertyMapping[ee].map(De=>M.find(K=>K.name===De)),te=Q.filter(De=>De).map(De=>De.type),Ee=te.length>0&&te.every(De=>De===te[0]);H[ee]={type:Ee?te[0]:"float32",usage:Q.every(De=>De!==void 0)}}return{position:{names:[E?E.name:"x",T?T.name:"y",_?_.name:"z"],type:E?E.type:"float32",usage:!!(E&&T&&_)},normal:{names:[S?S.name:"nx",L?L.name:"ny",C?C.name:"nz"],type:S?S.type:"float32",usage:!!(S&&L&&C)},uv:{names:[I?I.name:"s",k?k.name:"t"],type:I?I.type:"float32",usage:!!(I&&k)},texcoord:{type:X?X.itemType:"float32",usage:!!X},color:{names:[F?F.name:"red",P?P.name:"green",G?G.name:"blue"],type:F?F.type:"uchar",usage:!!(F&&P&&G)},custom:H}}function u(M,v){let E=r(),T=/end_header\s+(\S[\s\S]*\S|\S)\s*$/,_,S;(S=T.exec(M))!==null?_=S[1].split(/\s+/):_=[];let L=new rf(_);e:for(let C=0;C<v.elements.length;C++){let I=v.elements[C],k=l(I.properties);E.descriptors[I.name]=k;for(let F=0;F<I.count;F++){let P=s(I.properties,L);if(!P)break e;h(E,I.name,P,k)}}return d(E)}function d(M){let v=new Nt,E=M.descriptors.vertex;M.indices.length>0&&v.setIndex(M.indices);let T=o(E?E.position.type:"float32");if(v.setAttribute("position",new T(M.vertices,3)),M.normals.length>0){let _=o(E.normal.type);v.setAttribute("normal",new _(M.normals,3))}if(M.uvs.length>0){let _=o(E.uv.type);v.setAttribute("uv",new _(M.uvs,2))}if(M.colors.length>0){let _=E.color.type,S=!c(_),L=o(_);v.setAttribute("color",new L(M.colors,3,S))}for(let _ of Object.keys(b.customPropertyMapping))if(M[_].length>0){let S=o(E.custom[_].type);v.setAttribute(_,new S(M[_],b.customPropertyMapping[_].length))}if(M.faceVertexUvs.length>0||M.faceVertexColors.length>0){if(v=v.toNonIndexed(),M.faceVertexUvs.length>0){let _=o(M.descriptors.face.texcoord.type);v.setAttribute("uv",new _(M.faceVertexUvs,2))}if(M.faceVertexColors.length>0){let _=M.descriptors.face.color.type,S=!c(_),L=o(_);v.setAttribute("color",new L(M.faceVertexColors,3,S))}}return v.computeBoundingSphere(),v}function h(M,v,E,T){if(v==="vertex"){let{position:_,normal:S,uv:L,color:C}=T;if(_.usage&&M.vertices.push(E[_.names[0]],E[_.names[1]],E[_.names[2]]),S.usage&&M.normals.push(E[S.names[0]],E[S.names[1]],E[S.names[2]]),L.usage&&M.uvs.push(E[L.names[0]],E[L.names[1]]),C.usage){let I=a(C.type),k=c(C.type);Ai.setRGB(E[C.names[0]]*I,E[C.names[1]]*I,E[C.names[2]]*I,xt);let F=1/I;M.colors.push(k?Ai.r:Math.round(Ai.r*F),k?Ai.g:Math.round(Ai.g*F),k?Ai.b:Math.round(Ai.b*F))}for(let I of Object.keys(b.customPropertyMapping))for(let k of b.customPropertyMapping[I])M[I].push(E[k])}else if(v==="face"){let _=E.vertex_indices||E.vertex_index,S=E.texcoord;_.length===3?(M.indices.push(_[0],_[1],_[2]),S&&S.length===6&&(M.faceVertexUvs.push(S[0],S[1]),M.faceVertexUvs.push(S[2],S[3]),M.faceVertexUvs.push(S[4],S[5]))):_.length===4&&(M.indices.push(_[0],_[1],_[2]),M.indices.push(_[0],_[2],_[3]),S&&S.length===8&&(M.faceVertexUvs.push(S[0],S[1]),M.faceVertexUvs.push(S[2],S[3]),M.faceVertexUvs.push(S[4],S[5]),M.faceVertexUvs.push(S[0],S[1]),M.faceVertexUvs.push(S[4],S[5]),M.faceVertexUvs.push(S[6],S[7])));let{color:L}=T;if(L.usage){let C=a(L.type);Ai.setRGB(E[L.names[0]]*C,E[L.names[1]]*C,E[L.names[2]]*C,xt);let I=1/C,k=Ai.r*I,F=Ai.g*I,P=Ai.b*I;M.faceVertexColors.push(k,F,P),M.faceVertexColors.push(k,F,P),M.faceVertexColors.push(k,F,P),_.length===4&&(M.faceVertexColors.push(k,F,P),M.faceVertexColors.push(k,F,P),M.faceVertexColors.push(k,F,P))}}}function p(M,v){let E={},T=0;for(let _=0;_<v.length;_++){let S=v[_],L=S.valueReader;if(S.type==="list"){let C=[],I=S.countReader.read(M+T);T+=S.countReader.size;for(let k=0;k<I;k++)C.push(L.read(M+T)),T+=L.size;E[S.name]=C}else E[S.name]=L.read(M+T),T+=L.size}return[E,T]}function g(M,v,E){function T(_,S,L){switch(S){case"int8":case"char":return{read:C=>_.getInt8(C),size:1};case"uint8":case"uchar":return{read:C=>_.getUint8(C),size:1};case"int16":case"short":return{read:C=>_.getInt16(C,L),size:2};case"uint16":case"ushort":return{read:C=>_.getUint16(C,L),size:2};case"int32":case"int":return{read:C=>_.getInt32(C,L),size:4};case"uint32":case"uint":return{read:C=>_.getUint32(C,L),size:4};case"float32":case"float":return{read:C=>_.getFloat32(C,L),size:4};case"float64":case"double":return{read:C=>_.getFloat64(C,L),size:8}}}for(let _=0,S=M.length;_<S;_++){let L=M[_];L.type==="list"?(L.countReader=T(v,L.countType,E),L.valueReader=T(v,L.itemType,E)):L.valueReader=T(v,L.type,E)}}function y(M,v){let E=r(),T=v.format==="binary_little_endian",_=new DataView(M,v.headerLength),S,L=0;for(let C=0;C<v.elements.length;C++){let I=v.elements[C],k=I.properties,F=l(k);E.descriptors[I.name]=F,g(k,_,T);for(let P=0;P<I.count;P++){S=p(L,k),L+=S[1];let G=S[0];h(E,I.name,G,F)}}return d(E)}function x(M){let v=0,E=!0,T="",_=[],S=new TextDecoder().decode(M.subarray(0,5)),L=/^ply\r\n/.test(S);do{let C=String.fromCharCode(M[v++]);C!==`
`&&C!=="\r"?T+=C:(T==="end_header"&&(E=!1),T!==""&&(_.push(T),T=""))}while(E&&v<M.length);return L===!0&&v++,{headerText:_.join("\r")+"\r",headerLength:v}}let m,b=this;if(e instanceof ArrayBuffer){let M=new Uint8Array(e),{headerText:v,headerLength:E}=x(M),T=t(v,E);if(T.format==="ascii"){let _=new TextDecoder().decode(M);m=u(_,T)}else m=y(e,T)}else m=u(e,t(e));return m}},sf=class extends At{constructor(e,t,i){super(new Float64Array(e),t,i)}},rf=class{constructor(e){this.arr=e,this.i=0}empty(){return this.i>=this.arr.length}next(){return this.arr[this.i++]}};var au=class extends Pn{constructor(e){super(e)}load(e,t,i,s){let r=this,o=new li(this.manager);o.setPriority(this.priority),o.setCache(this.cache),o.setPath(this.path),o.setResponseType("arraybuffer"),o.setRequestHeader(this.requestHeader),o.setWithCredentials(this.withCredentials),o.load(e,function(a){try{t(r.parse(a))}catch(c){s?s(c):console.error(c),r.manager.itemError(e)}},i,s)}parse(e){function t(l){let u=new DataView(l),d=32/8*3+32/8*3*3+16/8,h=u.getUint32(80,!0);if(80+32/8+h*d===u.byteLength)return!0;let g=[115,111,108,105,100];for(let y=0;y<5;y++)if(i(g,u,y))return!1;return!0}function i(l,u,d){for(let h=0,p=l.length;h<p;h++)if(l[h]!==u.getUint8(d+h))return!1;return!0}function s(l){let u=new DataView(l),d=u.getUint32(80,!0),h,p,g,y=!1,x,m,b,M,v;for(let I=0;I<=70;I++)u.getUint32(I,!1)==1129270351&&u.getUint8(I+4)==82&&u.getUint8(I+5)==61&&(y=!0,x=new Float32Array(d*3*3),m=u.getUint8(I+6)/255,b=u.getUint8(I+7)/255,M=u.getUint8(I+8)/255,v=u.getUint8(I+9)/255);let E=84,T=50,_=new Nt,S=new Float32Array(d*3*3),L=new Float32Array(d*3*3),C=new pe;for(let I=0;I<d;I++){let k=E+I*T,F=u.getFloat32(k,!0),P=u.getFloat32(k+4,!0),G=u.getFloat32(k+8,!0);if(y){let X=u.getUint16(k+48,!0);(X&32768)===0?(h=(X&31)/31,p=(X>>5&31)/31,g=(X>>10&31)/31):(h=m,p=b,g=M)}for(let X=1;X<=3;X++){let H=k+X*12,ee=I*3*3+(X-1)*3;S[ee]=u.getFloat32(H,!0),S[ee+1]=u.getFloat32(H+4,!0),S[ee+2]=u.getFloat32(H+8,!0),L[ee]=F,L[ee+1]=P,L[ee+2]=G,y&&(C.setRGB(h,p,g,xt),x[ee]=C.r,x[ee+1]=C.g,x[ee+2]=C.b)}}return _.setAttribute("position",new At(S,3)),_.setAttribute("normal",new At(L,3)),y&&(_.setAttribute("color",new At(x,3)),_.hasColors=!0,_.alpha=v),_}function r(l){let u=new Nt,d=/solid([\s\S]*?)endsolid/g,h=/facet([\s\S]*?)endfacet/g,p=/solid\s(.+)/,g=0,y=/[\s]+([+-]?(?:\d*)(?:\.\d*)?(?:[eE][+-]?\d+)?)/.source,x=new RegExp("vertex"+y+y+y,"g"),m=new RegExp("normal"+y+y+y,"g"),b=[],M=[],v=[],E=new U,T,_=0,S=0,L=0;for(;(T=d.exec(l))!==null;){S=L;let C=T[0],I=(T=p.exec(C))!==null?T[1]:"";for(v.push(I);(T=h.exec(C))!==null;){let P=0,G=0,X=T[0];for(;(T=m.exec(X))!==null;)E.x=parseFloat(T[1]),E.y=parseFloat(T[2]),E.z=parseFloat(T[3]),G++;for(;(T=x.exec(X))!==null;)b.push(parseFloat(T[1]),parseFloat(T[2]),parseFloat(T[3])),M.push(E.x,E.y,E.z),P++,L++;G!==1&&console.error("THREE.STLLoader: Something isn't right with the normal of face number "+g),P!==3&&console.error("THREE.STLLoader: Something isn't right with the vertices of face number "+g),g++}let k=S,F=L-S;u.userData.groupNames=v,u.addGroup(k,F,_),_++}return u.setAttribute("position",new ht(b,3)),u.setAttribute("normal",new ht(M,3)),u}function o(l){return typeof l!="string"?new TextDecoder().decode(l):l}function a(l){if(typeof l=="string"){let u=new Uint8Array(l.length);for(let d=0;d<l.length;d++)u[d]=l.charCodeAt(d)&255;return u.buffer||u}else return l}let c=a(e);return t(c)?s(c):r(o(e))}};var lu=["glb","obj","ply","stl"],fs=["png","jpg","jpeg","webp"],cu=n=>n.split(".").pop().toLowerCase();async function a0(n,e){let t=n instanceof ArrayBuffer?n:n.slice().buffer;if(e==="glb")return(await new eu().parseAsync(t,"")).scene;if(e==="obj")return new ru().parse(new TextDecoder().decode(t));let i=e==="ply"?new ou().parse(t):new au().parse(t);i.attributes.normal||i.computeVertexNormals();let s=new ai({color:12169896,roughness:.8,vertexColors:!!i.attributes.color});i.attributes.color&&s.color.set(16777215);let r=new bn;return r.add(new mt(i,s)),e==="stl"&&(r.rotation.x=-Math.PI/2),r}var DS={mark:null,make:"M10 3v14M3 10h14",library:"M3 3h6v6H3zM11 3h6v6h-6zM3 11h6v6H3zM11 11h6v6h-6z",words:"M3 4.5c2.5-1 5-.8 7 .8v11c-2-1.6-4.500-1.800-7-.8zM17 4.500c-2.500-1-5-.8-7 .8v11c2-1.600 4.500-1.800 7-.8z",settings:"M10 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM8.600 2.500h2.800l.4 2 1.500.9 1.900-.7 1.400 2.400-1.500 1.400v1.800l1.500 1.400-1.400 2.400-1.900-.7-1.500.9-.4 2H8.600l-.4-2-1.500-.9-1.900.7-1.400-2.400 1.500-1.400V9.100L3.400 7.700l1.400-2.400 1.900.7 1.500-.9z",sliders:"M3 6h7M14 6h3M3 14h3M10 14h7M12 4v4M8 12v4",details:"M4 4h12v12H4zM12 4v12",arrow:"M10 16V4M5 9l5-5 5 5",close:"M5 5l10 10M15 5L5 15",check:"M4 10.500l4 4 8-9",again:"M16 10a6 6 0 1 1-2-4.500M16 3v4h-4",grid4:"M3 3h6v6H3zM11 3h6v6h-6zM3 11h6v6H3zM11 11h6v6h-6z",refine:"M10 2.500l1.800 5.200 5.200 1.800-5.200 1.800L10 16.500l-1.800-5.200L3 9.500l5.200-1.800z",colour:"M10 2.500s5 5.300 5 9a5 5 0 0 1-10 0c0-3.700 5-9 5-9z",material:"M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM3.600 12.500c4 1.500 9 .5 12.300-6M6.500 16c4.500.5 8.500-2 10.400-6.500",longer:"M10 4v6l4 2M10 17a7 7 0 1 1 0-14 7 7 0 0 1 0 14z",download:"M10 3v10M5.500 9l4.500 4.500L14.500 9M4 16.500h12",share:"M7 10.500l6-3.500M7 10.500l6 3.500M5 12.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM15 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM15 17a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",export:"M10 12V3M6 6.500L10 3l4 3.500M4 10v6.500h12V10",bin:"M4 6h12M8 6V4h4v2M5.500 6l.8 10.500h7.400L14.500 6M8.500 9v4.500M11.500 9v4.500",pause:"M7 4v12M13 4v12",play:"M6 4l10 6-10 6z",stop:"M5 5h10v10H5z",sphere:"M10 17a7 7 0 1 1 0-14 7 7 0 0 1 0 14zM5 7c2 2.500 8 2.500 10 0",wire:"M10 2.500l6.500 3.800v7.400L10 17.500l-6.500-3.800V6.300zM3.500 6.300L10 10l6.500-3.700M10 10v7.500",light:"M10 13.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM10 1.500v2M10 16.500v2M1.500 10h2M16.500 10h2M4 4l1.400 1.400M14.600 14.600L16 16M4 16l1.400-1.400M14.600 5.400L16 4",ground:"M3 3h14v14H3zM3 12l5-4 4 3 2.500-2 2.500 2",floor:"M2 14l8-5 8 5-8 4zM6 11.500l8 5M14 11.500l-8 5",ruler:"M2.500 13L13 2.500 17.500 7 7 17.500zM6 9.500l1.500 1.500M8.500 7l2.500 2.500M11 4.500L12.500 6",ortho:"M4 7h9v9H4zM4 7l3-3h9M13 7l3-3v9l-3 3",section:"M3 10h14M5 10V4h10v6M6 13h1M9.500 13h1M13 13h1M6 16h1M9.500 16h1M13 16h1",camera:"M3 6.500h3l1.500-2h5l1.500 2h3v9H3zM10 13.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",full:"M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4",split:"M10 2.500v15M3 5h4.500v10H3M12.500 5H17v10h-4.500",layers:"M10 3l7 3.500-7 3.500-7-3.500zM3 10l7 3.500L17 10M3 13.500L10 17l7-3.500",views:"M10 2.500l6.500 3.800v7.400L10 17.500l-6.500-3.800V6.300z",turn:"M3 10c0-2 3-3.500 7-3.500s7 1.500 7 3.500-3 3.500-6 3.500M13 11l-2.500 2.500L13 16",more:"M4.500 10h.01M10 10h.01M15.500 10h.01",star:"M10 2.800l2.200 4.600 5 .7-3.600 3.500.9 5L10 14.200l-4.500 2.400.9-5L2.800 8.100l5-.7z",dice:"M3.500 3.500h13v13h-13zM7 7h.01M13 13h.01M13 7h.01M7 13h.01M10 10h.01",search:"M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12zM13.500 13.500L17 17",tag:"M3 3h6.500l7.500 7.500L10.500 17 3 9.500zM6.500 6.500h.01",compare:"M3 4h6v12H3zM11 4h6v12h-6z",sun:"M10 13.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM10 1.500v2M10 16.500v2M1.500 10h2M16.500 10h2M4 4l1.400 1.400M14.600 14.600L16 16M4 16l1.400-1.400M14.600 5.400L16 4",moon:"M16 11.500A6.500 6.500 0 0 1 8.500 4 6.500 6.500 0 1 0 16 11.500z",undo:"M5 5v4h4M5 9a6 6 0 1 1 1.500 5.500",open:"M3 16V5h5l1.500 2H17v9z",queue:"M3 5h14M3 10h14M3 15h8",texture:"M3 3h14v14H3zM3 10h14M10 3v14M3 3l14 14",edit:"M3 17l1-4L13.500 3.500l3 3L7 16z",teach:"M10 4l8 4-8 4-8-4zM5 10v4c2.500 2 7.500 2 10 0v-4",first:"M4 4h12M10 17V8M6 11.500L10 8l4 3.500"};function Rt({name:n,size:e=20,fill:t=!1}){return f("svg",{class:"icon",width:e,height:e,viewBox:"0 0 20 20","aria-hidden":"true",fill:t?"currentColor":"none",stroke:"currentColor","stroke-width":"1.5","stroke-linecap":"round","stroke-linejoin":"round",children:f("path",{d:DS[n],"stroke-width":n==="more"||n==="dice"?void 0:1.5})})}function l0({size:n=26}){return f("svg",{width:n,height:n,viewBox:"0 0 32 32","aria-hidden":"true",children:[f("path",{class:"mark-clay",d:"M16 3.500c4.600 0 7.200 3 7.700 6.600.5 3.200 2.800 4.300 2.800 7.600 0 3.600-3.600 6-10.500 6S5.500 21.300 5.500 17.700c0-3.300 2.600-4.200 3.300-7.400C9.500 6.700 11.600 3.500 16 3.500z"}),f("path",{class:"mark-cut",d:"M11.300 16.800c2.900 1.700 7.300 1.600 10.100-1.200M12.800 10.600c1.700 1 4.100.9 5.900-.8"}),f("path",{class:"mark-stand",d:"M9.500 26.300h13M16 23.800v2.500"})]})}function c0({width:n,height:e,scroll:t,total:i,minCard:s=176,gap:r=14,text:o=74,spare:a=2}){let c=Math.max(2,Math.floor((n+r)/(s+r))),l=(n-(c-1)*r)/c,u=l+o+r,d=Math.ceil(i/c),h=Math.max(0,Math.floor(t/u)-a),p=Math.min(d,Math.ceil((t+e)/u)+a);return{columns:c,card:l,row:u,rows:d,first:h,last:p}}function uu(n,e,t,i){let s={ArrowLeft:e-1,ArrowRight:e+1,ArrowUp:e-i,ArrowDown:e+i,Home:0,End:t-1}[n];return s===void 0||s<0||s===e?null:s>=t?n==="ArrowDown"&&Math.floor(e/i)<Math.floor((t-1)/i)?t-1:null:s}function Pe({icon:n,label:e,bare:t=!1,kind:i="",small:s=!1,title:r,pressed:o,...a}){let c=`button ${i} ${t?"bare":""} ${s?"small":""}`;return f("button",{type:"button",class:c,title:r||(t?e:void 0),"aria-label":t?e:void 0,"aria-pressed":o===void 0?void 0:String(o),...a,children:[n&&f(Rt,{name:n,size:s?16:20}),!t&&f("span",{children:e})]})}function ps({value:n,size:e=28,width:t=2.5,status:i="",label:s}){let r=(e-t)/2,o=2*Math.PI*r,a=n!=null;return f("svg",{class:`ring ${a?"":"turning"} ${i}`,width:e,height:e,viewBox:`0 0 ${e} ${e}`,role:s?"progressbar":void 0,"aria-label":s,"aria-hidden":s?void 0:"true","aria-valuemin":s?0:void 0,"aria-valuemax":s?100:void 0,"aria-valuenow":s&&a?Math.round(100*n):void 0,children:[f("circle",{class:"ring-track",cx:e/2,cy:e/2,r,"stroke-width":t,fill:"none"}),f("circle",{class:"ring-value",cx:e/2,cy:e/2,r,"stroke-width":t,fill:"none","stroke-linecap":"round","stroke-dasharray":o,"stroke-dashoffset":o*(1-(a?Math.max(.02,n):.25)),transform:`rotate(-90 ${e/2} ${e/2})`})]})}function Ri(n){return n.status==="done"?1:n.status!=="running"?n.total?.85*n.step/n.total:0:n.stage==="export"?.92:n.step?.88*n.step/n.total:null}var u0=new Set;function Ds({run:n,turning:e=!1,alt:t=""}){let[i,s]=Ae(e),[r,o]=Ae(0),[a,c]=Ae(!1),l=n.base||Et(n.name),u=`${l} ${n.v||""}`,d=Qe(`${l}/thumb`,{v:n.v,n:r||void 0});_e(()=>{c(!1)},[u]),_e(()=>{if(u0.has(u)||n.status!=="done")return;let p=0,g=0,y=!1,x=async()=>{let m=await fetch(d).catch(()=>null);if(!(y||!m)){if(m.ok&&m.headers.get("X-Turn")==="yes"){u0.add(u),p&&o(b=>b+1);return}!m.ok||(p+=1)>40||(g=setTimeout(x,Math.min(6e3,1200+400*p)))}};return g=setTimeout(x,50),()=>{y=!0,clearTimeout(g)}},[u]);let h=i&&!a&&n.status==="done"?`url("${Qe(`${l}/turn`,{v:n.v,n:r||void 0})}")`:"";return f("span",{class:"thumb",onPointerEnter:()=>s(!0),onPointerLeave:()=>s(e),children:[a?f("span",{class:"thumb-none",children:ne.library.noPicture}):f("img",{src:d,alt:t,loading:"lazy",draggable:!1,class:h?"under":"",onError:()=>c(!0)}),h&&f("span",{class:"thumb-turn",style:{backgroundImage:h}})]})}function hu({value:n,onChange:e,name:t,small:i=!1,stop:s=!0}){return f("span",{class:`stars ${i?"small":""}`,role:"radiogroup","aria-label":ne.inspector.stars,children:[1,2,3,4,5].map(r=>f("button",{type:"button",role:"radio","aria-checked":String(r===n),tabIndex:s&&r===(n||1)?0:-1,class:r<=n?"on":"","aria-label":Re(ne.inspector.star,{n:r}),name:t,onClick:()=>e(r===n?0:r),onKeyDown:o=>{let a={ArrowRight:1,ArrowUp:1,ArrowLeft:-1,ArrowDown:-1}[o.key];a&&(o.preventDefault(),e(Math.min(5,Math.max(1,n+a))))},children:f(Rt,{name:"star",size:i?15:18,fill:r<=n})},r))})}function Us(n){let e=ut(null),t=ut(null),i=()=>[...e.current.querySelectorAll(n)],s=(a,c)=>{t.current=c;for(let l of a)l.tabIndex!==(l===c?0:-1)&&(l.tabIndex=l===c?0:-1)};return Ws(()=>{if(!e.current)return;let a=i();s(a,a.includes(t.current)?t.current:a.find(c=>c.ariaCurrent==="true"||c.ariaChecked==="true")||a[0])}),{ref:e,onKeyDown:a=>{let c=i(),l=c.indexOf(a.composedPath().find(d=>c.includes(d)));if(l<0||a.ctrlKey||a.metaKey||a.altKey)return;let u=uu(a.key,l,c.length,US(c));u!==null&&(a.preventDefault(),s(c,c[u]),c[u].focus())},onFocusIn:a=>{let c=i();c.includes(a.target)&&s(c,a.target)}}}var US=n=>{let e=s=>Math.round(s.getBoundingClientRect().top),t=e(n[0]),i=n.findIndex(s=>e(s)!==t);return i<0?n.length:i},of=()=>window.matchMedia("(pointer: coarse)").matches;function _n({icon:n,label:e,bare:t=!0,title:i,kind:s="",side:r="below",align:o="center",children:a,active:c=!1,disabled:l=!1,small:u=!1,onOpen:d}){let[h,p]=Ae(!1),g=ut(null),y=ut(null),x=(m=!0)=>{p(!1),m&&g.current?.querySelector("button")?.focus()};return _e(()=>{if(!h)return;let m=M=>{M.composedPath().includes(g.current)||p(!1)};document.addEventListener("pointerdown",m);let b=y.current?.querySelector("button, input, select, [tabindex]");return(of()&&b?.tagName==="INPUT"?y.current:b)?.focus({preventScroll:!0}),()=>document.removeEventListener("pointerdown",m)},[h]),Ws(()=>{if(!h||!y.current)return;let m=()=>{y.current.style.translate="none";let M=y.current.getBoundingClientRect(),v=Math.max(0,M.right-window.innerWidth+8),E=Math.max(0,8-M.left);(v||E)&&(y.current.style.translate=`${E-v}px 0`)},b=new ResizeObserver(m);return m(),b.observe(y.current),()=>b.disconnect()},[h]),f("span",{class:`popover ${r} align-${o}`,ref:g,onKeyDown:m=>{m.key==="Escape"&&h&&(m.stopPropagation(),x())},children:[f(Pe,{icon:n,label:e,bare:t,title:i,kind:`${s} ${c?"active":""}`,small:u,disabled:l,"aria-expanded":String(h),"aria-haspopup":"dialog",onClick:()=>{p(!h),h||d?.()}}),h&&f("div",{class:"popover-panel",ref:y,role:"dialog",tabIndex:-1,"aria-label":i||e,children:typeof a=="function"?a(x):a})]})}function du({title:n,onClose:e,wide:t=!1,children:i,footer:s}){let r=ut(null);return _e(()=>{let o=r.current.getRootNode().activeElement;return r.current.showModal(),()=>o?.focus?.()},[]),f("dialog",{class:t?"wide":"",ref:r,"aria-label":n,onClose:e,onCancel:e,onClick:o=>{o.target===r.current&&e()},children:f("div",{class:"dialog-body",children:[f("header",{children:[f("h2",{children:n}),f(Pe,{icon:"close",label:ne.close,bare:!0,onClick:e})]}),f("div",{class:"dialog-content",tabIndex:0,role:"group","aria-label":n,children:i}),s&&f("footer",{children:s})]})})}function Ln({label:n,options:e,value:t,onChange:i,small:s=!1}){return f("span",{class:`segments ${s?"small":""}`,role:"radiogroup","aria-label":n,children:e.map(([r,o,a])=>f("button",{type:"button",role:"radio","aria-checked":String(r===t),title:a,tabIndex:r===t?0:-1,class:r===t?"on":"",onClick:()=>i(r),onKeyDown:c=>{let l={ArrowRight:1,ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[c.key];if(!l)return;c.preventDefault();let u=(e.findIndex(([d])=>d===t)+l+e.length)%e.length;i(e[u][0]),c.currentTarget.parentElement.children[u].focus()},children:o},r))})}function za({label:n,min:e,max:t,step:i,value:s,onInput:r}){return f("label",{class:"slider",children:[f("span",{children:n}),f("input",{type:"range",min:e,max:t,step:i,value:s,onInput:o=>r(Number(o.currentTarget.value))})]})}function mi({label:n,checked:e,onChange:t,disabled:i}){return f("label",{class:"toggle",children:[f("input",{type:"checkbox",role:"switch",checked:e,disabled:i,onChange:s=>t(s.currentTarget.checked)}),f("span",{children:n})]})}function h0(){return f("div",{class:"toasts",role:"status","aria-live":"polite",children:Ar.value.map(n=>f("div",{class:`toast ${n.kind}`,children:[f("span",{children:n.text}),n.action&&f(Pe,{label:n.action.label,small:!0,onClick:()=>{hl(n.id),n.action.run()}}),f(Pe,{icon:"close",label:ne.close,bare:!0,small:!0,onClick:()=>hl(n.id)})]},n.id))})}var yo=ne.strip;async function ks(n,e){await $e(()=>Xt(`/jobs/${n.id}/${e}`))}async function af(n){let e=await n.arrayBuffer();ti.value={name:n.name,kind:cu(n.name),data:e,key:`file ${n.name} ${n.size} ${n.lastModified}`},Vp(ti.value),lt({file:n.name})}function d0(){let n=ke.value,e=Us(".shot"),t=Cr.value,i=t.filter(o=>o.status==="queued").at(-1),s=new Set(t.map(o=>o.run).filter(Boolean)),r=$i.value.filter(o=>!s.has(o.name));return f("nav",{class:"strip","aria-label":ne.nav.queue,children:[f("div",{class:"strip-scroll",children:[Uo.value&&f("p",{class:"problem small",children:Uo.value}),t.length>0&&f("section",{children:[f("h2",{children:[yo.queue,i?.wait?f("small",{children:Re(yo.total,{time:qn(i.wait)})}):null]}),f("ul",{class:"queue",children:t.map(o=>f(kS,{job:o,current:n.job===String(o.id)||n.run&&n.run===o.run||n.batch&&n.batch===o.batch},o.id))})]}),(r.length>0||t.length===0)&&f("section",{children:[f("h2",{children:yo.recent}),Zs.value===0&&f("p",{class:"quiet",children:yo.nothing}),f("ul",{class:"film",...e,children:r.slice(0,24).map(o=>f("li",{children:f("button",{type:"button",class:`shot ${n.run===o.name?"current":""} ${o.status}`,"aria-current":n.run===o.name?"true":void 0,onClick:()=>lt({run:o.name}),children:[f(Ds,{run:o}),f("span",{class:"shot-name",children:o.prompt||o.name}),f("span",{class:"shot-when",children:o.status==="done"?js(o.created):ne.library[o.status]||o.status})]})},o.name))}),Zs.value>24&&f("button",{type:"button",class:"textlink",onClick:()=>Ve({view:"library"}),children:yo.all})]})]}),f("footer",{children:f(lf,{kind:"ghost",small:!0})})]})}function lf({label:n=yo.open,kind:e="",small:t=!1}){let i=ut(null);return f(je,{children:[f(Pe,{icon:"open",label:n,small:t,kind:e,onClick:()=>i.current.click(),title:ne.stage.drop}),f("input",{ref:i,type:"file",hidden:!0,accept:[...lu,...fs].map(s=>`.${s}`).join(","),"aria-label":n,onChange:s=>{let[r]=s.currentTarget.files;r&&$e(()=>af(r)),s.currentTarget.value=""}})]})}function kS({job:n,current:e}){let{line:t,short:i}=Js(n);return f("li",{class:e?"current":"",children:[f("button",{type:"button",class:"queue-open","aria-current":e?"true":void 0,onClick:()=>n.batch?lt({batch:n.batch}):lt({job:n.id}),children:[f(ps,{value:n.status==="queued"?0:Ri(n),status:n.status}),f("span",{class:"queue-text",children:[f("b",{children:n.prompt}),f("small",{title:t,children:i||t})]})]}),n.status==="queued"&&n.position>1&&f(Pe,{icon:"first",label:ne.inspector.first,bare:!0,small:!0,onClick:()=>ks(n,"first")}),f(Pe,{icon:"close",label:`${ne.inspector.stop}: ${n.prompt}`,bare:!0,small:!0,onClick:()=>ks(n,"cancel")})]})}var f0=n=>Gt.value.find(e=>String(e.id)===String(n))||null;var p0=[["X",new U(1,0,0),"x","left"],["Y",new U(0,1,0),"y","top"],["Z",new U(0,0,1),"z","front"]],m0=24,Vi=72;function Va({viewer:n,settings:e,gizmo:t=!0}){let i=ut(null),s=ut(null);return _e(()=>(n.onDraw=()=>{let r=i.current;if(!r)return;let o=[];if(n.models.forEach((u,d)=>{let[h,p,g,y]=n.placed[d]||n.placed[0];if(n.models.length>1){let m=document.createElement("div");m.className="cell-name",Object.assign(m.style,{left:`${h+8}px`,top:`${p+8}px`,maxWidth:`${g-16}px`}),m.textContent=u.problem||u.label,o.push(m)}if(!e.value.dimensions||u.problem)return;n.aim(g,y);let x=n.lens(g,y);for(let[m,b]of u.dimensions(x,e.value.dimensions)){m.project(x);let M=document.createElement("div");M.className="dimension",M.textContent=b,Object.assign(M.style,{left:`${h+(m.x+1)/2*g}px`,top:`${p+(1-m.y)/2*y}px`}),o.push(M)}}),r.replaceChildren(...o),!s.current)return;let a=n.camera.quaternion.clone().invert(),c=p0.map(([u,d,h,p])=>({name:u,key:h,side:p,at:d.clone().applyQuaternion(a)}));for(let u of c){let d=s.current.querySelector(`.axis-${u.key} line`),h=s.current.querySelector(`.axis-${u.key} g`),p=Vi/2+u.at.x*m0,g=Vi/2-u.at.y*m0;d.setAttribute("x2",p),d.setAttribute("y2",g),h.setAttribute("transform",`translate(${p} ${g})`)}let l=c.sort((u,d)=>u.at.z-d.at.z).map(u=>s.current.querySelector(`.axis-${u.key}`));l.some((u,d)=>s.current.children[d]!==u)&&s.current.append(...l)},n.draw(),()=>{n.onDraw=null}),[n]),f(je,{children:[f("div",{class:"labels",ref:i}),t&&f("svg",{class:"gizmo",width:Vi,height:Vi,viewBox:`0 0 ${Vi} ${Vi}`,role:"group","aria-label":ne.tools.views,children:f("g",{ref:s,children:p0.map(([r,,o,a])=>f("g",{class:`axis-${o}`,role:"button",tabIndex:0,"aria-label":ne.tools[a],onClick:()=>n.from(a),onKeyDown:c=>{(c.key==="Enter"||c.key===" ")&&(c.preventDefault(),n.from(a))},children:[f("title",{children:ne.tools[a]}),f("line",{x1:Vi/2,y1:Vi/2,x2:Vi/2,y2:Vi/2}),f("g",{children:[f("circle",{r:"8.5"}),f("text",{"text-anchor":"middle",dy:"3.6",children:r})]})]},o))})})]})}var OS={states:"states",patterns:"patterns"},FS=["materials","patterns","states"];function fu(n,e=""){let t=new Map(FS.map(i=>[i,new Map]));for(let i of n){if(e&&![i.word,...i.others].some(r=>r.includes(e)))continue;let s=t.get(OS[i.family]||"materials");s.has(i.family)||s.set(i.family,[]),s.get(i.family).push(i)}return[...t].map(([i,s])=>[i,[...s]]).filter(([,i])=>i.length)}var bo=ne.materials,cf=null;function uf(){let[n,e]=Ae(null);return _e(()=>{cf||=$e(()=>St("/materials")),cf.then(t=>{t?e(t):cf=null})},[]),n}function hf({list:n,families:e,onPick:t,large:i=!1}){let s=Us(".swatch-ball");return f("div",{class:`swatches ${i?"large":""}`,...s,children:e.map(([r,o])=>f("section",{"aria-label":bo.families[r],children:[!(i&&e.length===1)&&f("h3",{children:bo.families[r]}),f("ul",{children:o.map(a=>f("li",{children:f("button",{type:"button",class:"swatch-ball",title:[a.word,...a.others].join(", "),onClick:()=>t(a.word),children:[f(BS,{list:n,tile:a.tile}),f("span",{children:a.word})]})},a.word))})]},r))})}function BS({list:n,tile:e}){let t=e%n.columns,i=Math.floor(e/n.columns);return f("i",{style:{backgroundImage:`url("${n.sheet}")`,backgroundSize:`${100*n.columns}% ${100*n.rows}%`,backgroundPosition:`${100*t/(n.columns-1)}% ${100*i/(n.rows-1)}%`}})}function pu({onPick:n}){let e=uf(),[t,i]=Ae("");if(!e)return f("p",{class:"quiet",children:bo.loading});let s=fu(e.entries,t.trim().toLowerCase()).flatMap(([,r])=>r);return f("div",{class:"material-panel",children:[f("input",{type:"search","aria-label":bo.search,placeholder:bo.search,value:t,onInput:r=>i(r.currentTarget.value)}),s.length?f(hf,{list:e,families:s,onPick:n}):f("p",{class:"quiet",children:bo.none})]})}var zS=350,Os=vt(null),mu=vt(!1),ct=ne.prompt,Fs=n=>({prompt:n.prompt,negative:n.negative,preset:n.preset,prior:n.model,seed:n.seed,steps:n.steps,variations:n.variations});function VS(){let n=Fs(ke.value),e=JSON.stringify(n);_e(()=>{let i=new AbortController,s=setTimeout(async()=>{try{let r=await St("/prompt",n,i.signal);Os.value={...r,key:e,prompt:n.prompt}}catch(r){r.name!=="AbortError"&&(Os.value={problem:r.message,key:e,prompt:n.prompt})}},Os.value===null?0:zS);return()=>{clearTimeout(s),i.abort()}},[e,qi.value]);let t=Os.value;return{current:t,fresh:t!==null&&t.key===e}}function g0(){let n=ke.value,e=ut(null),{current:t,fresh:i}=VS(),[s,r]=Ae(!1),o=!!n.prompt.trim()&&i&&!t.empty&&!t.problem&&!t.noObject&&!t.cost?.shortage;_e(()=>{let h=e.current;h.style.height="auto",h.style.height=`${Math.min(h.scrollHeight,108)}px`},[n.prompt]);let a=h=>{(n.run||n.job||n.batch||n.compare||n.example||n.file)&&h!==n.prompt?lt({prompt:h,panel:""}):Ve({prompt:h,view:"make"})},c=()=>{of()||e.current?.focus()},l=h=>{a(h),c()},u=async()=>{!o||s||(r(!0),await Pi("/jobs",Fs(n)),r(!1))},d=Number(n.variations);return f("section",{class:"promptbar","aria-label":ct.label,children:[f(qS,{current:t,fresh:i,prompt:n.prompt,take:l}),f("div",{class:"promptbox",children:[f("textarea",{ref:e,id:"prompt",rows:1,"aria-label":ct.label,placeholder:ct.placeholder,value:n.prompt,spellcheck:!1,onInput:h=>a(h.currentTarget.value.replace(/\n/g," ")),onKeyDown:h=>{h.key==="Enter"&&!h.shiftKey&&!h.isComposing&&(h.preventDefault(),u())}}),f("div",{class:"promptrow",children:[f(Ln,{small:!0,label:ct.preset,value:n.preset,onChange:h=>Ve({preset:h}),options:(Jt.value?.presets||[{name:"draft"},{name:"standard"},{name:"fine"}]).map(({name:h})=>[h,ct[h]||h,ct.presets[h]])}),f(HS,{value:d}),f(_n,{icon:"material",label:ct.materials,side:"above",small:!0,children:h=>f(pu,{onPick:async p=>{h(!1),await df(p),c()}})}),f(GS,{}),f(WS,{current:t,fresh:i,prompt:n.prompt}),f(XS,{current:t,fresh:i}),f(Pe,{kind:"primary",icon:"arrow",label:d>1?Re(ct.makeMany,{n:d}):ct.make,disabled:!o||s,onClick:u,title:"Enter"})]})]})]})}async function df(n){let e=await $e(()=>St("/prompt/material",{prompt:ke.value.prompt,word:n}));e&&lt({prompt:e.prompt})}function HS({value:n}){return f("label",{class:"count",title:ct.variations,children:[f(Rt,{name:"grid4",size:16}),f("select",{"aria-label":ct.variations,value:n,onChange:e=>Ve({variations:e.currentTarget.value}),children:[1,2,3,4,6,8].map(e=>f("option",{value:e,children:`\xD7 ${e}`},e))})]})}function GS(){let n=ke.value,e=Jt.value?.presets.find(({name:r})=>r===n.preset),t=Jt.value?.models||[],i=t.filter(r=>!r.available),s=n.negative||n.seed!=="0"||n.steps!=="0"||n.model!=="embedded";return f(_n,{icon:"sliders",label:ct.settings,side:"above",small:!0,active:!!s,children:f("div",{class:"form",children:[f("label",{children:[f("span",{children:ct.negative}),f("input",{type:"text",value:n.negative,placeholder:ct.negativeHelp,maxLength:500,onInput:r=>Ve({negative:r.currentTarget.value})})]}),f("label",{children:[f("span",{children:ct.seed}),f("span",{class:"with",children:[f("input",{type:"number",min:0,max:2**53-1,value:n.seed,onInput:r=>Ve({seed:r.currentTarget.value||"0"})}),f(Pe,{icon:"dice",label:ct.random,bare:!0,small:!0,onClick:()=>Ve({seed:Math.floor(Math.random()*1e5)})})]})]}),f("label",{children:[f("span",{children:ct.steps}),f("input",{type:"number",min:0,max:1e6,step:10,value:n.steps==="0"?"":n.steps,placeholder:e?wt(e.steps):"",title:Re(ct.stepsHelp,{n:wt(e?.steps||0)}),onInput:r=>Ve({steps:r.currentTarget.value||"0"})})]}),f("label",{children:[f("span",{children:ct.model}),f("select",{value:n.model,onChange:r=>Ve({model:r.currentTarget.value}),children:t.filter(r=>r.available).map(r=>f("option",{value:r.name,children:r.name},r.name))})]}),i.length>0&&f("details",{children:[f("summary",{children:ct.unavailable}),f("ul",{class:"models",children:i.map(r=>f("li",{children:[f("b",{children:r.name})," ",r.what,". ",r.why]},r.name))})]})]})})}function WS({current:n,fresh:e,prompt:t}){let i="",s="";t.trim()?!e||!n?i=n&&n.prompt.trim()?"":ct.reading:n.problem?(i=n.problem,s="problem"):n.noObject?i=ct.noObject:n.cost?.shortage?(i=n.cost.shortage,s="problem"):n.cost&&(i=[n.cost.seconds?Re(ct.cost,{time:qn(n.cost.seconds)}):"",n.cost.ahead?Re(ct.ahead,{n:n.cost.ahead}):""].filter(Boolean).join(" \xB7 ")):i=ct.start;let r=n?.cost?Re(ct.memory,{memory:n.cost.memory,disk:n.cost.disk}):void 0;return f("span",{class:`promptline ${s}`,"aria-live":"polite",title:s?i:r,children:i})}function XS({current:n,fresh:e}){let t=e?n?.cost:null,i=!!t?.measuring;return _e(()=>{if(!i)return;let r=setInterval(async()=>{let o=JSON.stringify(Fs(ke.value)),a=await $e(()=>St("/prompt",Fs(ke.value)));a&&o===JSON.stringify(Fs(ke.value))&&(Os.value={...a,key:o,prompt:ke.value.prompt})},1e3);return()=>clearInterval(r)},[i]),!t||t.seconds||t.measured?t?.measured&&!t.seconds?f("span",{class:"promptline",title:t.measured,children:t.measured}):null:f("button",{type:"button",class:"textlink",disabled:i,onClick:async()=>{await $e(()=>Xt("/prompt/measure",Fs(ke.value))),Os.value={...n,cost:{...t,measuring:!0}}},children:i?ct.measuring:ct.measure})}function ff(n){return[...(n.unknown||[]).flatMap(({nearest:t})=>t.slice(0,3).map(i=>[i.word,i.prompt])),...(n.suggestions||[]).map(t=>[t,t])].slice(0,6)}function qS({current:n,fresh:e,prompt:t,take:i}){let s=ke.value.run||ke.value.job||ke.value.batch||ke.value.compare||ke.value.example||ke.value.file;if(!n||!t.trim()&&s||mu.value)return f("div",{class:"chips"});if(n.noObject)return f("div",{class:"chips",role:"group","aria-label":ct.suggestions,children:[ff(n).map(([o,a])=>f("button",{type:"button",class:"chip",onClick:()=>i(a),children:o},a)),f(pf,{})]});let r=e?n.unknown||[]:[];return f("div",{class:"chips",role:"group","aria-label":t.trim()?ct.suggestions:ct.examples,children:[r.map(({word:o,nearest:a})=>f("span",{class:"chip note",title:Re(ct.ignored,{word:o}),children:[Re(ct.ignoredShort,{word:o}),a.slice(0,2).map(c=>f("button",{type:"button",onClick:()=>i(c.prompt),children:c.word},c.word))]},`u-${o}`)),e&&(n.assumed||[]).map(({word:o,as:a})=>f("span",{class:"chip note",children:Re(ct.readAs,{word:o,as:a})},`a-${o}`)),e&&(n.notes||[]).map(o=>f("span",{class:"chip note",children:o},o)),(n.suggestions||[]).slice(0,6).map(o=>f("button",{type:"button",class:"chip",onClick:()=>i(o),children:o},o))]})}var pf=()=>f("button",{type:"button",class:"chip link",onClick:()=>Ve({view:"words"}),children:Re(ct.browse,{n:wt(Jt.value?.objects||0)})});function Mo(n){lt({prompt:n.prompt,preset:["draft","standard","fine"].includes(n.preset)?n.preset:"draft",seed:n.seed,negative:n.negative||"",steps:"0",variations:"1"})}var gu=class extends ns{constructor(){super(),this.name="RoomEnvironment",this.position.y=-3.5;let e=new Ui;e.deleteAttribute("uv");let t=new ai({side:cn}),i=new ai,s=new fr(16777215,900,28,2);s.position.set(.418,16.199,.3),this.add(s);let r=new mt(e,t);r.position.set(-.757,13.219,.717),r.scale.set(31.713,28.305,28.591),this.add(r);let o=new cr(e,i,6),a=new Dt;a.position.set(-10.906,2.009,1.846),a.rotation.set(0,-.195,0),a.scale.set(2.328,7.905,4.651),a.updateMatrix(),o.setMatrixAt(0,a.matrix),a.position.set(-5.607,-.754,-.758),a.rotation.set(0,.994,0),a.scale.set(1.97,1.534,3.955),a.updateMatrix(),o.setMatrixAt(1,a.matrix),a.position.set(6.167,.857,7.803),a.rotation.set(0,.561,0),a.scale.set(3.927,6.285,3.687),a.updateMatrix(),o.setMatrixAt(2,a.matrix),a.position.set(-2.017,.018,6.124),a.rotation.set(0,.333,0),a.scale.set(2.002,4.566,2.064),a.updateMatrix(),o.setMatrixAt(3,a.matrix),a.position.set(2.291,-.756,-2.621),a.rotation.set(0,-.286,0),a.scale.set(1.546,1.552,1.496),a.updateMatrix(),o.setMatrixAt(4,a.matrix),a.position.set(-2.193,-.369,-5.547),a.rotation.set(0,.516,0),a.scale.set(3.875,3.487,2.986),a.updateMatrix(),o.setMatrixAt(5,a.matrix),this.add(o);let c=new mt(e,So(50));c.position.set(-16.116,14.37,8.208),c.scale.set(.1,2.428,2.739),this.add(c);let l=new mt(e,So(50));l.position.set(-16.109,18.021,-8.207),l.scale.set(.1,2.425,2.751),this.add(l);let u=new mt(e,So(17));u.position.set(14.904,12.198,-1.832),u.scale.set(.15,4.265,6.331),this.add(u);let d=new mt(e,So(43));d.position.set(-.462,8.89,14.52),d.scale.set(4.38,5.441,.088),this.add(d);let h=new mt(e,So(20));h.position.set(3.235,11.486,-12.541),h.scale.set(2.5,2,.1),this.add(h);let p=new mt(e,So(100));p.position.set(0,20,0),p.scale.set(1,.1,1),this.add(p)}dispose(){let e=new Set;this.traverse(t=>{t.isMesh&&(e.add(t.geometry),e.add(t.material))});for(let t of e)t.dispose()}};function So(n){return new da({color:0,emissive:16777215,emissiveIntensity:n})}var v0=["studio","daylight","dusk"];function x0(n,e,t,i,s,r){let o=new ns,a=new oi({side:cn,uniforms:{zenith:{value:new pe(n)},horizon:{value:new pe(e)},ground:{value:new pe(t)}},vertexShader:"varying vec3 way; void main() { way = position; gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }",fragmentShader:`varying vec3 way; uniform vec3 zenith, horizon, ground;
      void main() { float h = normalize(way).y;
        vec3 above = mix(horizon, zenith, pow(max(h, 0.0), 0.55));
        gl_FragColor = vec4(mix(above, ground, smoothstep(0.02, -0.12, h)), 1.0); }`});o.add(new mt(new la(50,32,24),a));let c=new mt(new Ui(9,9,9),new Mn);return c.material.color.set(i).multiplyScalar(r),c.position.set(...s).multiplyScalar(35),o.add(c),o}var _0={studio:()=>new gu,daylight:()=>x0("#6f9fd8","#e9eef2","#8a7f70","#fff4e2",[.5,.72,.48],28),dusk:()=>x0("#2b3358","#f0a36b","#3a2f2c","#ffb070",[-.72,.22,.55],30)};function xu(n,e){let t=new xo(n),i=(_0[e]||_0.studio)(),{texture:s}=t.fromScene(i,.04,.1,100,{size:64});return t.dispose(),s}var mf=["lit","base","normals","roughness","metallic","occlusion","uv","matcap"],$S={roughness:"vec3(roughnessFactor)",metallic:"vec3(metalnessFactor)",occlusion:"bzOcclusion()"},Ha={polygonOffset:!0,polygonOffsetFactor:1,polygonOffsetUnits:1};function y0(n,e,t){if(e==="lit")return n;let{map:i=null,vertexColors:s=!1}=n;if(e==="base"){let{color:r,transparent:o,depthWrite:a}=n,c=o?ci:xn;return new Mn({map:i,vertexColors:s,color:r,side:c,transparent:o,depthWrite:a,toneMapped:!1,...Ha})}if(e==="normals")return new ha({side:xn,...Ha});if(e==="matcap")return new fa({matcap:KS(),side:xn,...Ha});if(e==="uv"){let r=t.attributes.uv?{map:jS()}:{color:10196364};return new Mn({...r,side:xn,toneMapped:!1,...Ha})}return YS(n,$S[e],e)}function YS(n,e,t){let i=n.clone();return Object.assign(i,{side:xn,toneMapped:!1,transparent:!1,...Ha}),i.onBeforeCompile=s=>{s.fragmentShader=s.fragmentShader.replace("void main() {",`vec3 bzOcclusion() {
        #ifdef USE_AOMAP
          return vec3(texture2D(aoMap, vAoMapUv).r);
        #else
          return vec3(1.0);
        #endif
      }
      void main() {`).replace("#include <opaque_fragment>",`outgoingLight = ${e};
#include <opaque_fragment>`)},i.customProgramCacheKey=()=>`bz-${t}`,i}var wo=null;function KS(){if(wo)return wo;let n=256,e=document.createElement("canvas");e.width=e.height=n;let t=e.getContext("2d"),i=t.createRadialGradient(n*.36,n*.3,n*.02,n*.5,n*.5,n*.52);for(let[s,r]of[[0,"#fff3e6"],[.25,"#dcb794"],[.6,"#a3714f"],[.9,"#553526"],[1,"#7a6f78"]])i.addColorStop(s,r);return t.fillStyle=i,t.fillRect(0,0,n,n),wo=new As(e),wo.colorSpace=xt,wo.isShared=!0,wo}var Bs=null;function jS(){if(Bs)return Bs;let n=16,e=32,t=document.createElement("canvas");t.width=t.height=n*e;let i=t.getContext("2d");for(let s=0;s<n;s++)for(let r=0;r<n;r++)i.fillStyle=`hsl(${r*360/n} ${(r+s)%2?55:25}% ${(r+s)%2?48:74-s}%)`,i.fillRect(r*e,s*e,e,e);return Bs=new As(t),Bs.colorSpace=xt,Bs.isShared=!0,Bs.wrapS=Bs.wrapT=Ni,Bs}var st=ne.tools,ZS=["plaster","white","dark","checker"];function Ga({viewer:n,settings:e,levels:t=[],level:i,onLevel:s,split:r,root:o,name:a="view"}){let c=e.value,l=d=>{e.value={...e.value,...d}};_e(()=>{let d=h=>{let p=h.composedPath()[0];if(h.ctrlKey||h.metaKey||h.altKey||/^(INPUT|TEXTAREA|SELECT)$/.test(p.tagName)||p.isContentEditable)return;let g=mf["12345678".indexOf(h.key)];if(g&&h.key!=="")l({shading:g});else if(h.key==="w")l({wire:e.value.wire?0:.4});else if(h.key==="g")l({grid:!e.value.grid});else if(h.key==="d")l({dimensions:e.value.dimensions?"":"auto"});else if(h.key==="o")l({ortho:!e.value.ortho});else if(h.key==="f")n.from("home");else return;h.preventDefault()};return n.element.addEventListener("keydown",d),()=>n.element.removeEventListener("keydown",d)},[n]);let u=async()=>{let d=document.createElement("a");d.href=URL.createObjectURL(await n.picture()),d.download=`${a}.png`,d.click(),setTimeout(()=>URL.revokeObjectURL(d.href),1e4)};return f("div",{class:"tools",role:"toolbar","aria-label":st.label,children:[f(_n,{icon:"sphere",label:st.shading,active:c.shading!=="lit",align:"start",children:f("div",{class:"choices",role:"radiogroup","aria-label":st.shading,children:mf.map((d,h)=>f("button",{type:"button",role:"radio","aria-checked":String(c.shading===d),class:c.shading===d?"on":"",onClick:()=>l({shading:d}),children:[f("i",{class:`swatch ${d}`}),st[d],f("kbd",{children:h+1})]},d))})}),f(_n,{icon:"wire",label:st.wire,active:c.wire>0,onOpen:()=>{e.value.wire||l({wire:.4})},children:f("div",{class:"form",children:[f(mi,{label:st.wire,checked:c.wire>0,onChange:d=>l({wire:d?.4:0})}),f(za,{label:st.wireStrength,min:.05,max:1,step:.05,value:c.wire||.4,onInput:d=>l({wire:d})})]})}),t.length>1&&f(_n,{icon:"layers",label:st.lod,active:i!==t[0],children:f("div",{class:"form",children:f(Ln,{label:st.lod,options:t.map(d=>[d,d==="full"?st.fullLevel:d==="textured"?st.textured:d]),value:i,onChange:s})})}),f(_n,{icon:"light",label:st.light,active:c.environment!=="studio",children:f("div",{class:"form",children:[f(Ln,{label:st.environment,options:v0.map(d=>[d,st[d]]),value:c.environment,onChange:d=>l({environment:d})}),f(za,{label:st.angle,min:-180,max:180,step:1,value:c.light,onInput:d=>l({light:d})}),f(za,{label:st.strength,min:0,max:3,step:.05,value:c.strength,onInput:d=>l({strength:d})})]})}),f(_n,{icon:"ground",label:st.background,active:c.background!=="plaster",children:f("div",{class:"form",children:f(Ln,{label:st.background,options:ZS.map(d=>[d,st[d]]),value:c.background,onChange:d=>l({background:d})})})}),f(Pe,{icon:"floor",label:st.grid,bare:!0,pressed:c.grid,title:`${st.grid} (G)`,onClick:()=>l({grid:!c.grid})}),f(_n,{icon:"ruler",label:st.dimensions,active:!!c.dimensions,onOpen:()=>{e.value.dimensions||l({dimensions:"auto"})},children:f("div",{class:"form",children:[f(mi,{label:st.dimensions,checked:!!c.dimensions,onChange:d=>l({dimensions:d?"auto":""})}),f(Ln,{label:st.dimensions,options:[["auto",st.auto],["mm","mm"],["cm","cm"],["m","m"]],value:c.dimensions||"auto",onChange:d=>l({dimensions:d})})]})}),f(_n,{icon:"section",label:st.section,active:!!c.section,onOpen:()=>{e.value.section||l({section:{axis:"x",at:.5}})},children:f("div",{class:"form",children:[f(mi,{label:st.section,checked:!!c.section,onChange:d=>l({section:d?{axis:"x",at:.5}:null})}),f(Ln,{label:st.axis,options:[["x","X"],["y","Y"],["z","Z"]],value:c.section?.axis||"x",onChange:d=>l({section:{axis:d,at:c.section?.at??.5}})}),f(za,{label:st.position,min:0,max:1,step:.01,value:c.section?.at??.5,onInput:d=>l({section:{axis:c.section?.axis||"x",at:d}})})]})}),f(_n,{icon:"views",label:st.views,active:c.ortho,children:()=>f("div",{class:"form",children:[f("div",{class:"row",children:[["front","left","top"].map(d=>f(Pe,{label:st[d],small:!0,onClick:()=>n.from(d)},d)),f(Pe,{label:st.reset,small:!0,onClick:()=>n.from("home"),title:"F"})]}),f(mi,{label:st.ortho,checked:c.ortho,onChange:d=>l({ortho:d})}),f(mi,{label:st.turn,checked:n.turns(),onChange:d=>{n.setTurn(d),l({turn:!0})}})]})}),r&&f(Pe,{icon:"split",label:st.split,bare:!0,pressed:r.on,disabled:!!r.why,title:r.why||st.split,onClick:r.toggle}),f(Pe,{icon:"camera",label:st.screenshot,bare:!0,onClick:u}),document.fullscreenEnabled&&f(Pe,{icon:"full",label:st.full,bare:!0,onClick:()=>document.fullscreenElement?document.exitFullscreen():o.requestFullscreen()})]})}var b0={type:"change"},xf={type:"start"},S0={type:"end"},_u=new Di,M0=new Un,JS=Math.cos(70*Yt.DEG2RAD),dn=new U,Xn=2*Math.PI,_t={NONE:-1,ROTATE:0,DOLLY:1,PAN:2,TOUCH_ROTATE:3,TOUCH_PAN:4,TOUCH_DOLLY_PAN:5,TOUCH_DOLLY_ROTATE:6},gf=1e-6,vu=class extends wa{constructor(e,t=null){super(e,t),this.state=_t.NONE,this.target=new U,this.cursor=new U,this.minDistance=0,this.maxDistance=1/0,this.minZoom=0,this.maxZoom=1/0,this.minTargetRadius=0,this.maxTargetRadius=1/0,this.minPolarAngle=0,this.maxPolarAngle=Math.PI,this.minAzimuthAngle=-1/0,this.maxAzimuthAngle=1/0,this.enableDamping=!1,this.dampingFactor=.05,this.enableZoom=!0,this.zoomSpeed=1,this.enableRotate=!0,this.rotateSpeed=1,this.keyRotateSpeed=1,this.enablePan=!0,this.panSpeed=1,this.screenSpacePanning=!0,this.keyPanSpeed=7,this.zoomToCursor=!1,this.autoRotate=!1,this.autoRotateSpeed=2,this.keys={LEFT:"ArrowLeft",UP:"ArrowUp",RIGHT:"ArrowRight",BOTTOM:"ArrowDown"},this.mouseButtons={LEFT:Cs.ROTATE,MIDDLE:Cs.DOLLY,RIGHT:Cs.PAN},this.touches={ONE:Ps.ROTATE,TWO:Ps.DOLLY_PAN},this.target0=this.target.clone(),this.position0=this.object.position.clone(),this.zoom0=this.object.zoom,this._cursorStyle="auto",this._domElementKeyEvents=null,this._lastPosition=new U,this._lastQuaternion=new Rn,this._lastTargetPosition=new U,this._quat=new Rn().setFromUnitVectors(e.up,new U(0,1,0)),this._quatInverse=this._quat.clone().invert(),this._spherical=new lo,this._sphericalDelta=new lo,this._scale=1,this._panOffset=new U,this._rotateStart=new Ne,this._rotateEnd=new Ne,this._rotateDelta=new Ne,this._panStart=new Ne,this._panEnd=new Ne,this._panDelta=new Ne,this._dollyStart=new Ne,this._dollyEnd=new Ne,this._dollyDelta=new Ne,this._dollyDirection=new U,this._mouse=new Ne,this._performCursorZoom=!1,this._pointers=[],this._pointerPositions={},this._controlActive=!1,this._onPointerMove=ew.bind(this),this._onPointerDown=QS.bind(this),this._onPointerUp=tw.bind(this),this._onContextMenu=lw.bind(this),this._onMouseWheel=sw.bind(this),this._onKeyDown=rw.bind(this),this._onTouchStart=ow.bind(this),this._onTouchMove=aw.bind(this),this._onMouseDown=nw.bind(this),this._onMouseMove=iw.bind(this),this._interceptControlDown=cw.bind(this),this._interceptControlUp=uw.bind(this),this.domElement!==null&&this.connect(this.domElement),this.update()}set cursorStyle(e){this._cursorStyle=e,e==="grab"?this.domElement.style.cursor="grab":this.domElement.style.cursor="auto"}get cursorStyle(){return this._cursorStyle}connect(e){super.connect(e),this.domElement.addEventListener("pointerdown",this._onPointerDown),this.domElement.addEventListener("pointercancel",this._onPointerUp),this.domElement.addEventListener("contextmenu",this._onContextMenu),this.domElement.addEventListener("wheel",this._onMouseWheel,{passive:!1}),this.domElement.ownerDocument.addEventListener("keydown",this._interceptControlDown,{passive:!0,capture:!0}),this.domElement.style.touchAction="none"}disconnect(){this.state=_t.NONE,this.domElement.removeEventListener("pointerdown",this._onPointerDown),this.domElement.ownerDocument.removeEventListener("pointermove",this._onPointerMove),this.domElement.ownerDocument.removeEventListener("pointerup",this._onPointerUp),this.domElement.removeEventListener("pointercancel",this._onPointerUp),this.domElement.removeEventListener("wheel",this._onMouseWheel),this.domElement.removeEventListener("contextmenu",this._onContextMenu),this.stopListenToKeyEvents(),this.domElement.ownerDocument.removeEventListener("keydown",this._interceptControlDown,{capture:!0}),this.domElement.ownerDocument.removeEventListener("keyup",this._interceptControlUp,{capture:!0}),this._controlActive=!1,this._pointers.length=0,this._pointerPositions={},this.domElement.style.touchAction="",this.domElement.style.cursor="auto"}dispose(){this.disconnect()}getPolarAngle(){return this._spherical.phi}getAzimuthalAngle(){return this._spherical.theta}getDistance(){return this.object.position.distanceTo(this.target)}listenToKeyEvents(e){e.addEventListener("keydown",this._onKeyDown),this._domElementKeyEvents=e}stopListenToKeyEvents(){this._domElementKeyEvents!==null&&(this._domElementKeyEvents.removeEventListener("keydown",this._onKeyDown),this._domElementKeyEvents=null)}saveState(){this.target0.copy(this.target),this.position0.copy(this.object.position),this.zoom0=this.object.zoom}reset(){this.target.copy(this.target0),this.object.position.copy(this.position0),this.object.zoom=this.zoom0,this.object.updateProjectionMatrix(),this.dispatchEvent(b0),this.update(),this.state=_t.NONE}pan(e,t){this._pan(e,t),this.update()}dollyIn(e){this._dollyIn(e),this.update()}dollyOut(e){this._dollyOut(e),this.update()}rotateLeft(e){this._rotateLeft(e),this.update()}rotateUp(e){this._rotateUp(e),this.update()}update(e=null){let t=this.object.position;dn.copy(t).sub(this.target),dn.applyQuaternion(this._quat),this._spherical.setFromVector3(dn),this.autoRotate&&this.state===_t.NONE&&this._rotateLeft(this._getAutoRotationAngle(e)),this.enableDamping?(this._spherical.theta+=this._sphericalDelta.theta*this.dampingFactor,this._spherical.phi+=this._sphericalDelta.phi*this.dampingFactor):(this._spherical.theta+=this._sphericalDelta.theta,this._spherical.phi+=this._sphericalDelta.phi);let i=this.minAzimuthAngle,s=this.maxAzimuthAngle;isFinite(i)&&isFinite(s)&&(i<-Math.PI?i+=Xn:i>Math.PI&&(i-=Xn),s<-Math.PI?s+=Xn:s>Math.PI&&(s-=Xn),i<=s?this._spherical.theta=Math.max(i,Math.min(s,this._spherical.theta)):this._spherical.theta=this._spherical.theta>(i+s)/2?Math.max(i,this._spherical.theta):Math.min(s,this._spherical.theta)),this._spherical.phi=Math.max(this.minPolarAngle,Math.min(this.maxPolarAngle,this._spherical.phi)),this._spherical.makeSafe(),this.enableDamping===!0?this.target.addScaledVector(this._panOffset,this.dampingFactor):this.target.add(this._panOffset),this.target.sub(this.cursor),this.target.clampLength(this.minTargetRadius,this.maxTargetRadius),this.target.add(this.cursor);let r=!1;if(this.zoomToCursor&&this._performCursorZoom||this.object.isOrthographicCamera)this._spherical.radius=this._clampDistance(this._spherical.radius);else{let o=this._spherical.radius;this._spherical.radius=this._clampDistance(this._spherical.radius*this._scale),r=o!=this._spherical.radius}if(dn.setFromSpherical(this._spherical),dn.applyQuaternion(this._quatInverse),t.copy(this.target).add(dn),this.object.lookAt(this.target),this.enableDamping===!0?(this._sphericalDelta.theta*=1-this.dampingFactor,this._sphericalDelta.phi*=1-this.dampingFactor,this._panOffset.multiplyScalar(1-this.dampingFactor)):(this._sphericalDelta.set(0,0,0),this._panOffset.set(0,0,0)),this.zoomToCursor&&this._performCursorZoom){let o=null;if(this.object.isPerspectiveCamera){let a=dn.length();o=this._clampDistance(a*this._scale);let c=a-o;this.object.position.addScaledVector(this._dollyDirection,c),this.object.updateMatrixWorld(),r=!!c}else if(this.object.isOrthographicCamera){let a=new U(this._mouse.x,this._mouse.y,0);a.unproject(this.object);let c=this.object.zoom;this.object.zoom=Math.max(this.minZoom,Math.min(this.maxZoom,this.object.zoom/this._scale)),this.object.updateProjectionMatrix(),r=c!==this.object.zoom;let l=new U(this._mouse.x,this._mouse.y,0);l.unproject(this.object),this.object.position.sub(l).add(a),this.object.updateMatrixWorld(),o=dn.length()}else console.warn("WARNING: OrbitControls.js encountered an unknown camera type - zoom to cursor disabled."),this.zoomToCursor=!1;o!==null&&(this.screenSpacePanning?this.target.set(0,0,-1).transformDirection(this.object.matrix).multiplyScalar(o).add(this.object.position):(_u.origin.copy(this.object.position),_u.direction.set(0,0,-1).transformDirection(this.object.matrix),Math.abs(this.object.up.dot(_u.direction))<JS?this.object.lookAt(this.target):(M0.setFromNormalAndCoplanarPoint(this.object.up,this.target),_u.intersectPlane(M0,this.target))))}else if(this.object.isOrthographicCamera){let o=this.object.zoom;this.object.zoom=Math.max(this.minZoom,Math.min(this.maxZoom,this.object.zoom/this._scale)),o!==this.object.zoom&&(this.object.updateProjectionMatrix(),r=!0)}return this._scale=1,this._performCursorZoom=!1,r||this._lastPosition.distanceToSquared(this.object.position)>gf||8*(1-this._lastQuaternion.dot(this.object.quaternion))>gf||this._lastTargetPosition.distanceToSquared(this.target)>gf?(this.dispatchEvent(b0),this._lastPosition.copy(this.object.position),this._lastQuaternion.copy(this.object.quaternion),this._lastTargetPosition.copy(this.target),!0):!1}_getAutoRotationAngle(e){return e!==null?Xn/60*this.autoRotateSpeed*e:Xn/60/60*this.autoRotateSpeed}_getZoomScale(e){let t=Math.abs(e*.01);return Math.pow(.95,this.zoomSpeed*t)}_rotateLeft(e){this._sphericalDelta.theta-=e}_rotateUp(e){this._sphericalDelta.phi-=e}_panLeft(e,t){dn.setFromMatrixColumn(t,0),dn.multiplyScalar(-e),this._panOffset.add(dn)}_panUp(e,t){this.screenSpacePanning===!0?dn.setFromMatrixColumn(t,1):(dn.setFromMatrixColumn(t,0),dn.crossVectors(this.object.up,dn)),dn.multiplyScalar(e),this._panOffset.add(dn)}_pan(e,t){let i=this.domElement;if(this.object.isPerspectiveCamera){let s=this.object.position;dn.copy(s).sub(this.target);let r=dn.length();r*=Math.tan(this.object.fov/2*Math.PI/180),this._panLeft(2*e*r/i.clientHeight,this.object.matrix),this._panUp(2*t*r/i.clientHeight,this.object.matrix)}else this.object.isOrthographicCamera?(this._panLeft(e*(this.object.right-this.object.left)/this.object.zoom/i.clientWidth,this.object.matrix),this._panUp(t*(this.object.top-this.object.bottom)/this.object.zoom/i.clientHeight,this.object.matrix)):(console.warn("WARNING: OrbitControls.js encountered an unknown camera type - pan disabled."),this.enablePan=!1)}_dollyOut(e){this.object.isPerspectiveCamera||this.object.isOrthographicCamera?this._scale/=e:(console.warn("WARNING: OrbitControls.js encountered an unknown camera type - dolly/zoom disabled."),this.enableZoom=!1)}_dollyIn(e){this.object.isPerspectiveCamera||this.object.isOrthographicCamera?this._scale*=e:(console.warn("WARNING: OrbitControls.js encountered an unknown camera type - dolly/zoom disabled."),this.enableZoom=!1)}_updateZoomParameters(e,t){if(!this.zoomToCursor)return;this._performCursorZoom=!0;let i=this.domElement.getBoundingClientRect(),s=e-i.left,r=t-i.top,o=i.width,a=i.height;this._mouse.x=s/o*2-1,this._mouse.y=-(r/a)*2+1,this._dollyDirection.set(this._mouse.x,this._mouse.y,1).unproject(this.object).sub(this.object.position).normalize()}_clampDistance(e){return Math.max(this.minDistance,Math.min(this.maxDistance,e))}_handleMouseDownRotate(e){this._rotateStart.set(e.clientX,e.clientY)}_handleMouseDownDolly(e){this._updateZoomParameters(e.clientX,e.clientY),this._dollyStart.set(e.clientX,e.clientY)}_handleMouseDownPan(e){this._panStart.set(e.clientX,e.clientY)}_handleMouseMoveRotate(e){this._rotateEnd.set(e.clientX,e.clientY),this._rotateDelta.subVectors(this._rotateEnd,this._rotateStart).multiplyScalar(this.rotateSpeed);let t=this.domElement;this._rotateLeft(Xn*this._rotateDelta.x/t.clientHeight),this._rotateUp(Xn*this._rotateDelta.y/t.clientHeight),this._rotateStart.copy(this._rotateEnd),this.update()}_handleMouseMoveDolly(e){this._dollyEnd.set(e.clientX,e.clientY),this._dollyDelta.subVectors(this._dollyEnd,this._dollyStart),this._dollyDelta.y>0?this._dollyOut(this._getZoomScale(this._dollyDelta.y)):this._dollyDelta.y<0&&this._dollyIn(this._getZoomScale(this._dollyDelta.y)),this._dollyStart.copy(this._dollyEnd),this.zoomToCursor&&(this._performCursorZoom=!0,this._dollyDirection.set(this._mouse.x,this._mouse.y,1).unproject(this.object).sub(this.object.position).normalize()),this.update()}_handleMouseMovePan(e){this._panEnd.set(e.clientX,e.clientY),this._panDelta.subVectors(this._panEnd,this._panStart).multiplyScalar(this.panSpeed),this._pan(this._panDelta.x,this._panDelta.y),this._panStart.copy(this._panEnd),this.update()}_handleMouseWheel(e){this._updateZoomParameters(e.clientX,e.clientY),e.deltaY<0?this._dollyIn(this._getZoomScale(e.deltaY)):e.deltaY>0&&this._dollyOut(this._getZoomScale(e.deltaY)),this.update()}_handleKeyDown(e){let t=!1;switch(e.code){case this.keys.UP:e.ctrlKey||e.metaKey||e.shiftKey?this.enableRotate&&this._rotateUp(Xn*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(0,this.keyPanSpeed),t=!0;break;case this.keys.BOTTOM:e.ctrlKey||e.metaKey||e.shiftKey?this.enableRotate&&this._rotateUp(-Xn*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(0,-this.keyPanSpeed),t=!0;break;case this.keys.LEFT:e.ctrlKey||e.metaKey||e.shiftKey?this.enableRotate&&this._rotateLeft(Xn*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(this.keyPanSpeed,0),t=!0;break;case this.keys.RIGHT:e.ctrlKey||e.metaKey||e.shiftKey?this.enableRotate&&this._rotateLeft(-Xn*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(-this.keyPanSpeed,0),t=!0;break}t&&(e.preventDefault(),this.update())}_handleTouchStartRotate(e){if(this._pointers.length===1)this._rotateStart.set(e.pageX,e.pageY);else{let t=this._getSecondPointerPosition(e),i=.5*(e.pageX+t.x),s=.5*(e.pageY+t.y);this._rotateStart.set(i,s)}}_handleTouchStartPan(e){if(this._pointers.length===1)this._panStart.set(e.pageX,e.pageY);else{let t=this._getSecondPointerPosition(e),i=.5*(e.pageX+t.x),s=.5*(e.pageY+t.y);this._panStart.set(i,s)}}_handleTouchStartDolly(e){let t=this._getSecondPointerPosition(e),i=e.pageX-t.x,s=e.pageY-t.y,r=Math.sqrt(i*i+s*s);this._dollyStart.set(0,r)}_handleTouchStartDollyPan(e){this.enableZoom&&this._handleTouchStartDolly(e),this.enablePan&&this._handleTouchStartPan(e)}_handleTouchStartDollyRotate(e){this.enableZoom&&this._handleTouchStartDolly(e),this.enableRotate&&this._handleTouchStartRotate(e)}_handleTouchMoveRotate(e){if(this._pointers.length==1)this._rotateEnd.set(e.pageX,e.pageY);else{let i=this._getSecondPointerPosition(e),s=.5*(e.pageX+i.x),r=.5*(e.pageY+i.y);this._rotateEnd.set(s,r)}this._rotateDelta.subVectors(this._rotateEnd,this._rotateStart).multiplyScalar(this.rotateSpeed);let t=this.domElement;this._rotateLeft(Xn*this._rotateDelta.x/t.clientHeight),this._rotateUp(Xn*this._rotateDelta.y/t.clientHeight),this._rotateStart.copy(this._rotateEnd)}_handleTouchMovePan(e){if(this._pointers.length===1)this._panEnd.set(e.pageX,e.pageY);else{let t=this._getSecondPointerPosition(e),i=.5*(e.pageX+t.x),s=.5*(e.pageY+t.y);this._panEnd.set(i,s)}this._panDelta.subVectors(this._panEnd,this._panStart).multiplyScalar(this.panSpeed),this._pan(this._panDelta.x,this._panDelta.y),this._panStart.copy(this._panEnd)}_handleTouchMoveDolly(e){let t=this._getSecondPointerPosition(e),i=e.pageX-t.x,s=e.pageY-t.y,r=Math.sqrt(i*i+s*s);this._dollyEnd.set(0,r),this._dollyDelta.set(0,Math.pow(this._dollyEnd.y/this._dollyStart.y,this.zoomSpeed)),this._dollyOut(this._dollyDelta.y),this._dollyStart.copy(this._dollyEnd);let o=(e.pageX+t.x)*.5,a=(e.pageY+t.y)*.5;this._updateZoomParameters(o,a)}_handleTouchMoveDollyPan(e){this.enableZoom&&this._handleTouchMoveDolly(e),this.enablePan&&this._handleTouchMovePan(e)}_handleTouchMoveDollyRotate(e){this.enableZoom&&this._handleTouchMoveDolly(e),this.enableRotate&&this._handleTouchMoveRotate(e)}_addPointer(e){this._pointers.push(e.pointerId)}_removePointer(e){delete this._pointerPositions[e.pointerId];for(let t=0;t<this._pointers.length;t++)if(this._pointers[t]==e.pointerId){this._pointers.splice(t,1);return}}_isTrackingPointer(e){for(let t=0;t<this._pointers.length;t++)if(this._pointers[t]==e.pointerId)return!0;return!1}_trackPointer(e){let t=this._pointerPositions[e.pointerId];t===void 0&&(t=new Ne,this._pointerPositions[e.pointerId]=t),t.set(e.pageX,e.pageY)}_getSecondPointerPosition(e){let t=e.pointerId===this._pointers[0]?this._pointers[1]:this._pointers[0];return this._pointerPositions[t]}_customWheelEvent(e){let t=e.deltaMode,i={clientX:e.clientX,clientY:e.clientY,deltaY:e.deltaY};switch(t){case 1:i.deltaY*=16;break;case 2:i.deltaY*=100;break}return e.ctrlKey&&!this._controlActive&&(i.deltaY*=10),i}};function QS(n){this.enabled!==!1&&(this._pointers.length===0&&(this.domElement.setPointerCapture(n.pointerId),this.domElement.ownerDocument.addEventListener("pointermove",this._onPointerMove),this.domElement.ownerDocument.addEventListener("pointerup",this._onPointerUp)),!this._isTrackingPointer(n)&&(this._addPointer(n),n.pointerType==="touch"?this._onTouchStart(n):this._onMouseDown(n),this._cursorStyle==="grab"&&(this.domElement.style.cursor="grabbing")))}function ew(n){this.enabled!==!1&&(n.pointerType==="touch"?this._onTouchMove(n):this._onMouseMove(n))}function tw(n){switch(this._removePointer(n),this._pointers.length){case 0:this.domElement.releasePointerCapture(n.pointerId),this.domElement.ownerDocument.removeEventListener("pointermove",this._onPointerMove),this.domElement.ownerDocument.removeEventListener("pointerup",this._onPointerUp),this.dispatchEvent(S0),this.state=_t.NONE,this._cursorStyle==="grab"&&(this.domElement.style.cursor="grab");break;case 1:let e=this._pointers[0],t=this._pointerPositions[e];this._onTouchStart({pointerId:e,pageX:t.x,pageY:t.y});break}}function nw(n){let e;switch(n.button){case 0:e=this.mouseButtons.LEFT;break;case 1:e=this.mouseButtons.MIDDLE;break;case 2:e=this.mouseButtons.RIGHT;break;default:e=-1}switch(e){case Cs.DOLLY:if(this.enableZoom===!1)return;this._handleMouseDownDolly(n),this.state=_t.DOLLY;break;case Cs.ROTATE:if(n.ctrlKey||n.metaKey||n.shiftKey){if(this.enablePan===!1)return;this._handleMouseDownPan(n),this.state=_t.PAN}else{if(this.enableRotate===!1)return;this._handleMouseDownRotate(n),this.state=_t.ROTATE}break;case Cs.PAN:if(n.ctrlKey||n.metaKey||n.shiftKey){if(this.enableRotate===!1)return;this._handleMouseDownRotate(n),this.state=_t.ROTATE}else{if(this.enablePan===!1)return;this._handleMouseDownPan(n),this.state=_t.PAN}break;default:this.state=_t.NONE}this.state!==_t.NONE&&this.dispatchEvent(xf)}function iw(n){switch(this.state){case _t.ROTATE:if(this.enableRotate===!1)return;this._handleMouseMoveRotate(n);break;case _t.DOLLY:if(this.enableZoom===!1)return;this._handleMouseMoveDolly(n);break;case _t.PAN:if(this.enablePan===!1)return;this._handleMouseMovePan(n);break}}function sw(n){this.enabled===!1||this.enableZoom===!1||this.state!==_t.NONE||(n.preventDefault(),this.dispatchEvent(xf),this._handleMouseWheel(this._customWheelEvent(n)),this.dispatchEvent(S0))}function rw(n){this.enabled!==!1&&this._handleKeyDown(n)}function ow(n){switch(this._trackPointer(n),this._pointers.length){case 1:switch(this.touches.ONE){case Ps.ROTATE:if(this.enableRotate===!1){this.state=_t.NONE;break}this._handleTouchStartRotate(n),this.state=_t.TOUCH_ROTATE;break;case Ps.PAN:if(this.enablePan===!1){this.state=_t.NONE;break}this._handleTouchStartPan(n),this.state=_t.TOUCH_PAN;break;default:this.state=_t.NONE}break;case 2:switch(this.touches.TWO){case Ps.DOLLY_PAN:if(this.enableZoom===!1&&this.enablePan===!1)return;this._handleTouchStartDollyPan(n),this.state=_t.TOUCH_DOLLY_PAN;break;case Ps.DOLLY_ROTATE:if(this.enableZoom===!1&&this.enableRotate===!1)return;this._handleTouchStartDollyRotate(n),this.state=_t.TOUCH_DOLLY_ROTATE;break;default:this.state=_t.NONE}break;default:this.state=_t.NONE}this.state!==_t.NONE&&this.dispatchEvent(xf)}function aw(n){switch(this._trackPointer(n),this.state){case _t.TOUCH_ROTATE:if(this.enableRotate===!1)return;this._handleTouchMoveRotate(n),this.update();break;case _t.TOUCH_PAN:if(this.enablePan===!1)return;this._handleTouchMovePan(n),this.update();break;case _t.TOUCH_DOLLY_PAN:if(this.enableZoom===!1&&this.enablePan===!1)return;this._handleTouchMoveDollyPan(n),this.update();break;case _t.TOUCH_DOLLY_ROTATE:if(this.enableZoom===!1&&this.enableRotate===!1)return;this._handleTouchMoveDollyRotate(n),this.update();break;default:this.state=_t.NONE}}function lw(n){this.enabled!==!1&&n.preventDefault()}function cw(n){n.key==="Control"&&(this._controlActive=!0,this.domElement.ownerDocument.addEventListener("keyup",this._interceptControlUp,{passive:!0,capture:!0}))}function uw(n){n.key==="Control"&&(this._controlActive=!1,this.domElement.ownerDocument.removeEventListener("keyup",this._interceptControlUp,{passive:!0,capture:!0}))}function w0(n,e,t){return n<=1?[[0,0,e,t]]:n===2?e>=t?[[0,0,e/2,t],[e/2,0,e/2,t]]:[[0,0,e,t/2],[0,t/2,e,t/2]]:n===3&&e>=t*1.5?[0,1,2].map(i=>[i*e/3,0,e/3,t]):[0,1,2,3].map(i=>[i%2*e/2,Math.floor(i/2)*t/2,e/2,t/2])}var hw=28,dw=1.6;function T0(n,e,t,i){let s=E=>n.map((T,_)=>Math.min(Math.max(T+(_<2?-E:E),0),_%2?t:e)),[r,o,a,c]=s(hw).map(Math.round),l=Math.min(r,e-1),u=Math.min(o,t-1),d=[l,u,Math.max(1,a-l),Math.max(1,c-u)];if(!i)return d;let[h,p,g,y]=s(1),[x,m,b,M]=i;return x<=h&&m<=p&&x+b>=g&&m+M>=y&&x+b<=e&&m+M<=t&&b*M<=dw*d[2]*d[3]?i:d}var Vt=128,fw=1.5,pw=.55,mw=4,_f=.36,E0=.78;function A0(n,e,t,i){let s=Math.max(t.x,t.z)*fw,r=new wi(-s,s,s,-s,0,Math.min(2*t.y,pw)+.001);r.position.set(0,-t.y-.001,0),r.up.set(0,0,1),r.lookAt(new U(0,1,0));let o=new On(Vt,Vt),a={override:e.overrideMaterial,alpha:n.getClearAlpha(),color:n.getClearColor(new pe),target:n.getRenderTarget(),planes:n.clippingPlanes},c=new ro({side:2});e.overrideMaterial=c;let l=i.map(b=>b.visible);i.forEach(b=>{b.visible=!1}),n.clippingPlanes=[],n.setRenderTarget(o),n.setScissorTest(!1),n.setViewport(0,0,Vt,Vt),n.setClearColor(0,1),n.clear(),n.render(e,r);let u=new Uint8Array(4*Vt*Vt);n.readRenderTargetPixels(o,0,0,Vt,Vt,u),n.setRenderTarget(a.target),n.setClearColor(a.color,a.alpha),n.setScissorTest(!0),n.clippingPlanes=a.planes,e.overrideMaterial=a.override,i.forEach((b,M)=>{b.visible=l[M]}),o.dispose(),c.dispose();let d=document.createElement("canvas");d.width=d.height=Vt;let h=new ImageData(Vt,Vt);for(let b=0;b<Vt*Vt;b++)h.data[4*b+3]=u[4*b];d.getContext("2d").putImageData(h,0,0);let p=document.createElement("canvas");p.width=p.height=Vt;let g=p.getContext("2d");g.filter="blur(11px)",g.drawImage(d,0,0),g.filter="blur(2.5px)",g.globalAlpha=.5,g.drawImage(d,0,0);let y=new As(p),x=new Mn({map:y,color:854021,transparent:!0,opacity:_f,depthWrite:!1,toneMapped:!1}),m=new mt(new hr(2*s,2*s),x);return m.rotation.x=-Math.PI/2,m.scale.y=-1,x.side=2,m.position.y=-t.y-2e-4,m.renderOrder=-1,m.userData.reach=gw(g.getImageData(0,0,Vt,Vt).data,s),m}function gw(n,e){let t=0;for(let i=0;i<Vt*Vt;i++)n[4*i+3]<mw||(t=Math.max(t,Math.hypot(i%Vt+.5-Vt/2,Math.floor(i/Vt)+.5-Vt/2)));return t/(Vt/2)*e}var xw={m:1,cm:.01,mm:.001};function R0(n){return n<.02?"mm":n<1?"cm":"m"}function yu(n,e){let t=n/xw[e],i=t>=100?0:t>=10?1:t>=1?2:3;return`${t.toLocaleString("en",{minimumFractionDigits:0,maximumFractionDigits:i})} ${e}`}function C0(n){return 10**Math.floor(Math.log10(Math.max(n,1e-9)))}var _w=1,P0=24,bu=class{constructor({key:e,label:t="",note:i=""}){Object.assign(this,{key:e,label:t,note:i,problem:"",faces:0,vertices:0}),this.scene=new ns,this.meshes=[],this.center=new U,this.extent=new U,this.radius=_w,this.lines=new Fn({transparent:!0}),this.light=new pr(16777215,2),this.fill=new va(16777215,.1),this.scene.add(this.light,this.fill)}add(e){let t=new Cn().setFromObject(e,!0);if(t.isEmpty())throw new Error("it holds no triangles");t.getSize(this.extent),t.getCenter(this.center),this.radius=Math.max(this.extent.length()/2,1e-12),this.group=new bn,this.group.scale.setScalar(1/this.radius),this.group.position.copy(this.center).multiplyScalar(-1/this.radius),this.group.add(e),this.scene.add(this.group),e.traverse(o=>{if(!o.isMesh)return;let{geometry:a}=o;a.attributes.normal||a.computeVertexNormals(),this.vertices+=a.attributes.position.count,this.faces+=Math.round((a.index?a.index.count:a.attributes.position.count)/3),this.meshes.push({node:o,original:o.material,made:{}})});let i=this.extent.clone().multiplyScalar(.5/this.radius);this.half=i,this.frameBox=new Sa(new Cn(i.clone().negate(),i)),this.frameBox.material.dispose(),this.frameBox.material=new Fn({transparent:!0,opacity:.45}),this.scene.add(this.frameBox);let s=C0(Math.max(this.extent.x,this.extent.z))/this.radius,r=Math.min(60,Math.max(4,2*Math.ceil(1.6/s)));this.grid=new Ma(r*s,r,8947848,8947848),Object.assign(this.grid.material,{transparent:!0,opacity:.28,depthWrite:!1}),this.grid.position.y=-i.y-1e-4,this.scene.add(this.grid)}addShadow(e){this.group&&(this.shadow=A0(e,this.scene,this.half,[this.frameBox,this.grid]),this.scene.add(this.shadow))}bounds(e){if(!this.half)return null;let{half:t}=this,i=Math.hypot(t.x,t.z),s=[[i,t.y],[i,-t.y],...this.shadow?[[this.shadow.userData.reach,-t.y]]:[]],r=[1/0,1/0,-1/0,-1/0],o=new U;for(let[a,c]of s)for(let l=0;l<P0;l++){let u=2*Math.PI*l/P0;if(o.set(a*Math.cos(u),c,a*Math.sin(u)).applyMatrix4(e.matrixWorldInverse),o.z>-e.near)return null;o.applyMatrix4(e.projectionMatrix),r[0]=Math.min(r[0],o.x),r[1]=Math.min(r[1],o.y),r[2]=Math.max(r[2],o.x),r[3]=Math.max(r[3],o.y)}return r}apply(e,t,i){for(let r of this.meshes)r.made[e.shading]??=y0(r.original,e.shading,r.node.geometry),r.node.material=r.made[e.shading],e.wire>0&&!r.wires&&(r.wires=new ri(new ca(r.node.geometry),this.lines),r.node.add(r.wires)),r.wires&&(r.wires.visible=e.wire>0);this.lines.opacity=e.wire,this.lines.color.copy(i),this.frameBox&&(this.frameBox.visible=!!e.dimensions,this.frameBox.material.color.copy(i),this.grid.visible=e.grid,this.grid.material.color=new pe(i)),this.shadow&&(this.shadow.visible=!e.section&&t.position.y>-this.half.y,this.shadow.material.opacity=i.r+i.g+i.b>1.5?E0:_f);let s=Math.atan2(t.position.x,t.position.z)+Yt.degToRad(e.light);this.light.position.set(Math.sin(s),.9,Math.cos(s)).multiplyScalar(10),this.light.intensity=1.35*e.strength,this.scene.environmentIntensity=.2+.32*e.strength}dimensions(e,t){if(!this.half)return[];let{half:i,extent:s}=this,r=Math.sign(e.position.x)||1,o=Math.sign(e.position.z)||1,a=t==="auto"?R0(Math.max(s.x,s.y,s.z)):t;return[[new U(0,-i.y,o*i.z),`W ${yu(s.x,a)}`],[new U(r*i.x,0,-o*i.z),`H ${yu(s.y,a)}`],[new U(r*i.x,-i.y,0),`D ${yu(s.z,a)}`]]}dispose(){for(let e of this.meshes){e.node.geometry.dispose(),e.wires?.geometry.dispose();for(let t of new Set([e.original,...Object.values(e.made)]))for(let i of[t].flat()){for(let s of Object.values(i))s?.isTexture&&!s.isShared&&s.dispose();i.dispose()}}this.shadow?.material.map.dispose(),this.lines.dispose()}};var Mu=30,vw=220,yw={azimuth:35,elevation:18},bw=.94,Mw=45,I0=[1,.8,.62,.45],vf=40,Sw=20,ww=2,Tw=5e6,Ew=350,Aw=/swiftshader|llvmpipe|softpipe|software|basic render/i,Rw=9,yf={shading:"lit",wire:0,environment:"studio",background:"plaster",grid:!1,dimensions:"",ortho:!1,section:null,turn:!0,light:35,strength:1},Su=class{constructor(e,{onCamera:t,onRest:i,onDraw:s,onProblem:r}={}){Object.assign(this,{root:e,onCamera:t,onRest:i,onDraw:s,onProblem:r}),this.state={...yf},this.models=[],this.keys="",this.insets={left:0,top:0,right:0,bottom:0},this.colors={ground:new pe(15723492),ink:new pe(2301723)},this.still=window.matchMedia("(prefers-reduced-motion: reduce)"),this.touched=!1,this.held=!1,this.wantsTurn=!1,this.cost=0,this.coarse=0,this.quick=0,this.software=Cw(),this.renderer=new Zc({antialias:!this.software,alpha:!0,powerPreference:"low-power"}),this.renderer.outputColorSpace=xt,this.renderer.setScissorTest(!0),this.renderer.autoClear=!1,this.canvas=this.renderer.domElement,this.element=document.createElement("div"),Object.assign(this.element,{className:"viewport",tabIndex:0}),this.element.setAttribute("role","application"),this.element.append(this.canvas),e.append(this.element),this.environment=xu(this.renderer,this.state.environment),this.camera=new on(Mu,1,.01,100),this.flat=new wi(-1,1,1,-1,.01,100),this.controls=new vu(this.camera,this.element),Object.assign(this.controls,{enableDamping:!0,dampingFactor:.14,minDistance:.2,maxDistance:30}),this.controls.addEventListener("change",()=>this.draw()),this.controls.addEventListener("start",()=>{this.touched=!0,this.wantsTurn=!1,this.held=!0}),this.controls.addEventListener("end",()=>{this.held=!1,this.draw()}),this.element.style.touchAction="pan-y",this.element.addEventListener("keydown",o=>this.key(o)),this.element.addEventListener("dblclick",o=>this.focusAt(o)),this.canvas.addEventListener("webglcontextlost",o=>o.preventDefault()),this.canvas.addEventListener("webglcontextrestored",()=>this.restore()),this.home(),this.observer=new ResizeObserver(()=>this.draw()),this.observer.observe(e)}restore(){this.environment=xu(this.renderer,this.state.environment);for(let e of this.models)e.scene.environment=this.environment,e.shadow&&e.scene.remove(e.shadow),e.addShadow(this.renderer);this.draw()}async show(e,{keep:t=!1}={}){let i=e.map(r=>r.key).join(`
`);if(i===this.keys)return;this.keys=i,this.root.dataset.models="loading";let s=await Promise.all(e.map(r=>this.load(r)));if(i!==this.keys){for(let r of s)r.dispose();return}for(let r of this.models)r.dispose();this.models=s,this.touched=t,t||this.home(),this.root.dataset.models=String(s.filter(r=>!r.problem).length),this.draw()}clear(){this.keys="";for(let e of this.models)e.dispose();this.models=[],this.root.dataset.models="0",this.draw()}async load(e){let t=new bu(e);try{t.add(await a0(await e.data,e.kind||"glb")),t.scene.environment=this.environment,t.addShadow(this.renderer)}catch(i){t.problem=i&&i.message?i.message:String(i),this.onProblem?.(t)}return t}set(e){let t=this.state;if(this.state={...t,...e},this.state.environment!==t.environment){this.environment.dispose(),this.environment=xu(this.renderer,this.state.environment);for(let i of this.models)i.scene.environment=this.environment}this.draw()}setInsets(e){JSON.stringify(e)!==JSON.stringify(this.insets)&&(this.insets=e,this.draw())}setColors({ground:e,ink:t}){this.colors={ground:new pe(e),ink:new pe(t)},this.draw()}free(){let{left:e,top:t,right:i,bottom:s}=this.insets,r=Math.max(60,this.root.clientWidth-e-i);return[e,t,r,Math.max(60,this.root.clientHeight-t-s)]}draw(){this.frame||this.gone||(this.frame=requestAnimationFrame(e=>{this.frame=0;let t=this.last?Math.min(.1,(e-this.last)/1e3):0,i=this.turns();i&&this.orbit(-Yt.degToRad(Rw)*t,0);let s=this.controls.update(),r=s||i,o=performance.now(),a=this.held||s&&(this.touched||this.wantsTurn);this.paint(a?I0[this.coarse]:1),clearTimeout(this.finer),this.software&&!r&&!this.held&&this.models.length&&(this.finer=setTimeout(()=>{!this.frame&&!this.gone&&this.paint(this.finest())},Ew)),this.renderer.getContext().flush(),this.cost=.8*this.cost+.2*(performance.now()-o),this.last&&r&&this.pace(e-this.last,a),this.last=r?e:0,r&&this.draw()}))}pace(e,t){this.interval=.8*(this.interval||16)+.2*e,t&&(this.quick=this.interval<vf/2?this.quick+1:0,this.interval>vf&&this.coarse<I0.length-1?(this.coarse+=1,this.interval=.75*vf):this.quick>Sw&&this.coarse>0&&(this.coarse-=1,this.quick=0))}turns(){let e=!this.still.matches&&!this.busy&&Math.max(this.cost,(this.interval||0)-20)<Mw;return this.state.turn&&!this.touched&&!document.hidden&&this.models.length>0&&(e||this.wantsTurn)}setTurn(e){this.wantsTurn=e,this.touched=!e,this.draw()}finest(){let[,,e,t]=this.part(this.root.clientWidth,this.root.clientHeight),i=e*t*this.ratio()**2;return this.software?Math.max(1,Math.min(ww,Math.sqrt(Tw/Math.max(1,i)))):1}ratio(){return Math.min(window.devicePixelRatio||1,2)}paint(e=1){let t=this.root.clientWidth,i=this.root.clientHeight;if(!t||!i)return;let[s,r,o,a]=this.free();if(this.canvas.style.visibility=this.models.length?"":"hidden",this.models.length&&this.fit(this.part(t,i),this.ratio()*e),this.models.length<=1){if(this.aim(o,a),this.models.length){let c=this.lens(o,a),[l,u,d,h]=this.drawnPart;c.setViewOffset(o,a,l-s,u-r,d,h),this.paintModel(this.models[0],c),c.clearViewOffset()}this.placed=[[s,r,o,a]]}else this.placed=w0(this.models.length,o,a).map(([c,l,u,d])=>[s+c,r+l,u,d]),this.models.forEach((c,l)=>{let[u,d,h,p]=this.placed[l];this.aim(h,p),this.renderer.setViewport(u,i-d-p,h,p),this.renderer.setScissor(u,i-d-p,h,p),this.paintModel(c,this.lens(h,p))});this.root.dataset.drawn=String(Number(this.root.dataset.drawn||0)+1),this.onDraw?.(this),this.report()}fit(e,t){let[i,s,r,o]=e,a=`${e} ${t}`;a!==this.size&&(Object.assign(this,{size:a,drawnPart:e}),this.renderer.setPixelRatio(t),this.renderer.setSize(r,o,!1),Object.assign(this.canvas.style,{left:`${i}px`,top:`${s}px`,width:`${r}px`,height:`${o}px`})),this.renderer.setScissor(0,0,r,o),this.renderer.setViewport(0,0,r,o),this.renderer.setClearColor(0,0),this.renderer.clear(),this.renderer.toneMapping=this.state.shading==="lit"?Aa:ui}part(e,t){if(!this.software||this.models.length!==1||this.state.grid)return[0,0,e,t];let[i,s,r,o]=this.free();this.aim(r,o);let a=this.models[0].bounds(this.lens(r,o));if(!a)return[0,0,e,t];let[c,l,u,d]=a,h=[i+(c+1)/2*r,s+(1-d)/2*o,i+(u+1)/2*r,s+(1-l)/2*o];return T0(h,e,t,this.drawnPart)}aim(e,t){this.camera.aspect=e/t,this.camera.zoom=Math.min(1,e/t),this.camera.updateProjectionMatrix(),this.camera.updateMatrixWorld()}lens(e,t){if(!this.state.ortho)return this.camera;let i=this.camera.position.distanceTo(this.controls.target)*Math.tan(Yt.degToRad(Mu/2))/this.camera.zoom;return Object.assign(this.flat,{top:i,bottom:-i,left:-i*e/t,right:i*e/t}),this.flat.position.copy(this.camera.position),this.flat.quaternion.copy(this.camera.quaternion),this.flat.updateProjectionMatrix(),this.flat.updateMatrixWorld(),this.flat}paintModel(e,t){if(!e)return;let{section:i}=this.state;if(this.renderer.clippingPlanes=[],i&&e.half){let s=new U;s[i.axis]=-1,this.renderer.clippingPlanes=[new Un(s,(2*i.at-1)*e.half[i.axis])]}e.apply(this.state,t,this.colors.ink),this.renderer.render(e.scene,t)}pose(){let[,,e,t]=this.free(),i=this.models[0],s=i?i.radius:1,r=i?i.center:new U,o=c=>c.clone().multiplyScalar(s).add(r).toArray().map(l=>Number(l.toPrecision(6))),a=Math.min(1,e/t);return{position:o(this.camera.position),target:o(this.controls.target),fovy:2*Math.atan(Math.tan(Yt.degToRad(Mu/2))/a),aspect:e/t}}view(){let e=this.camera.position.clone().sub(this.controls.target);return{azimuth:Yt.radToDeg(Math.atan2(e.x,e.z)),elevation:Yt.radToDeg(Math.asin(Yt.clamp(e.y/e.length(),-1,1))),distance:e.length(),target:this.controls.target.toArray()}}report(){let e=JSON.stringify(this.view())+JSON.stringify(this.free());e!==this.reported&&(this.reported=e,this.onCamera?.(this),clearTimeout(this.timer),this.timer=setTimeout(()=>this.onRest?.(this),vw))}home(){let e=1/Math.sin(Yt.degToRad(Mu/2))/bw;this.look({...yw,distance:e,target:[0,0,0]})}look({azimuth:e,elevation:t,distance:i,target:s}){let r=Yt.degToRad(e),o=Yt.degToRad(Yt.clamp(t,-89.9,89.9));s&&this.controls.target.fromArray(s);let a=i||this.camera.position.distanceTo(this.controls.target);this.camera.position.set(Math.sin(r)*Math.cos(o),Math.sin(o),Math.cos(r)*Math.cos(o)).multiplyScalar(a).add(this.controls.target),this.controls.update(),this.draw()}from(e){this.touched=!0;let t={front:[0,0],left:[-90,0],right:[90,0],back:[180,0],top:[0,89.9]};if(!t[e]){this.home(),this.touched=!1,this.draw();return}this.look({azimuth:t[e][0],elevation:t[e][1],target:[0,0,0]})}orbit(e,t){let i=this.camera.position.clone().sub(this.controls.target),s=i.length(),r=Yt.clamp(Math.acos(Yt.clamp(i.y/s,-1,1))-t,.02,Math.PI-.02),o=Math.atan2(i.x,i.z)-e;i.set(Math.sin(r)*Math.sin(o),Math.cos(r),Math.sin(r)*Math.cos(o)),this.camera.position.copy(this.controls.target).addScaledVector(i,s)}zoom(e){let t=this.camera.position.clone().sub(this.controls.target).multiplyScalar(e);t.clampLength(this.controls.minDistance,this.controls.maxDistance),this.camera.position.copy(this.controls.target).add(t)}focusAt(e){let t=this.models[0];if(!t||this.models.length>1)return;let[i,s,r,o]=this.free(),a=this.element.getBoundingClientRect(),c=new Ne((e.clientX-a.left-i)/r*2-1,1-(e.clientY-a.top-s)/o*2);this.aim(r,o);let l=new ba;l.setFromCamera(c,this.lens(r,o));let[u]=l.intersectObjects(t.meshes.map(h=>h.node),!1).filter(h=>h.face);if(!u)return;this.touched=!0;let d=this.camera.position.clone().sub(this.controls.target).multiplyScalar(.6);this.controls.target.copy(u.point),this.camera.position.copy(u.point).add(d),this.draw()}key(e){if(e.ctrlKey||e.metaKey||e.altKey)return;let t={ArrowLeft:[.12,0],ArrowRight:[-.12,0],ArrowUp:[0,.12],ArrowDown:[0,-.12]};if(t[e.key])this.orbit(...t[e.key]);else if(e.key==="+"||e.key==="=")this.zoom(.9);else if(e.key==="-")this.zoom(1/.9);else return;this.touched=!0,e.preventDefault(),this.draw()}async picture(){this.paint(this.finest());let[e,t,i,s]=this.free(),[r,o,a,c]=this.drawnPart,l=this.canvas.width/a,u=document.createElement("canvas");return u.width=Math.round(i*l),u.height=Math.round(s*l),u.getContext("2d").drawImage(this.canvas,(r-e)*l,(o-t)*l,a*l,c*l),new Promise(d=>u.toBlob(d,"image/png"))}dispose(){this.gone=!0,cancelAnimationFrame(this.frame),clearTimeout(this.timer),clearTimeout(this.finer),this.observer.disconnect(),this.controls.dispose();for(let e of this.models)e.dispose();this.renderer.dispose(),this.element.remove()}};function Cw(){let n=document.createElement("canvas").getContext("webgl2"),e=n?.getExtension("WEBGL_debug_renderer_info"),t=n?.getParameter(e?e.UNMASKED_RENDERER_WEBGL:n.RENDERER)||"";return n?.getExtension("WEBGL_lose_context")?.loseContext(),Aw.test(t)}var Je=ne.stage,gi=vt({...yf,shading:ke.value.shading}),en=vt(null),ms=vt(null),L0=4,N0=512;async function wu(n){let e=await St(Et(n)).catch(t=>{t.status!==404&&$n(t.message,{kind:"error",seconds:12})});ke.value.run===n&&(en.value=e||{name:n,missing:!0})}function Eo(n){if(n.file)return{kind:ti.value?.name===n.file?"file":"reopen"};if(n.compare.split(",").filter(Boolean).length>1)return{kind:"compare"};if(n.batch)return{kind:"batch"};if(n.run){let e=Zu(n.run);return e&&e.status!=="paused"&&!(en.value?.name===n.run&&en.value.meshes?.length)?{kind:"job",job:e}:{kind:"run"}}if(n.job){let e=f0(n.job);return e?{kind:"job",job:e}:{kind:"missing"}}if(n.example){let e=Sf(n.example);return e?{kind:"example",example:e}:{kind:Jt.value?"missing":"loading"}}return n.prompt.trim()?{kind:"prompt"}:{kind:"empty"}}function Sf(n){let e=Jt.value?.examples?.find(t=>t.name===n);return e?{...e,status:"done",base:`/examples/${e.name}`}:null}function D0({away:n}){let e=ke.value,t=Eo(e),i=ut(null),s=ut(null),[r,o]=Ae(null),[a,c]=Ae(!1),[l,u]=Ae(!1),[d,h]=Ae(!n);_e(()=>{n||h(!0)},[n]),_e(()=>{if(!d)return;let m=null;try{m=new Su(s.current,{onProblem:b=>$n(Re(Je.meshProblem,{why:b.problem}),{kind:"error"})}),m.element.setAttribute("aria-label",Je.viewer),o(m)}catch{c(!0)}return()=>m?.dispose()},[d]),Pw(r,s),_e(()=>{if(!r)return;let{background:m,...b}=gi.value;r.set(b),e.shading!==b.shading&&Ve({shading:b.shading})},[r,gi.value]),_e(()=>{r&&(r.busy=Pr.value,r.draw())},[r,Pr.value]),Lw(r,i),Nw(r);let p=$i.value.find(m=>m.name===e.run);_e(()=>{if(!e.run){en.value=null;return}en.value?.name!==e.run&&(en.value=null),wu(e.run)},[e.run,p?.status,p?.v,p?.faces,Zu(e.run)?.status]);let g=Oo.value.get(e.run);_e(()=>{g&&en.value?.name===e.run&&(en.value={...en.value,...g})},[g]);let y=t.kind==="job"&&t.job.status==="done"&&t.job.run;_e(()=>{y&&e.job&&lt({run:t.job.run},{replace:!0})},[y,e.job]);let x=m=>{m.preventDefault(),u(!1);let[b]=m.dataTransfer?.files||[];b&&([...lu,...fs].includes(cu(b.name))?$e(()=>af(b)):$n(Je.drop,{kind:"error"}))};return f("main",{class:`center ground-${gi.value.background}`,ref:i,hidden:n,"data-shown":t.kind,onDragOver:m=>{m.preventDefault(),u(!0)},onDragLeave:()=>u(!1),onDrop:x,children:[f("h1",{class:"hidden",tabIndex:-1,children:wf(t)}),f("div",{class:"canvas",ref:s}),a&&t.kind!=="empty"&&f(To,{text:Je.webgl}),r&&t.kind==="file"&&f(Ww,{viewer:r,root:i}),r&&t.kind==="run"&&f(Dw,{viewer:r,name:e.run,root:i}),r&&t.kind==="job"&&f(Ow,{viewer:r,job:t.job}),r&&t.kind==="compare"&&f(Gw,{viewer:r,names:e.compare,root:i}),t.kind==="batch"&&f(Hw,{viewer:r,batch:e.batch}),t.kind==="prompt"&&f(Fw,{viewer:r}),t.kind==="empty"&&f(zw,{viewer:r,broken:a}),r&&t.kind==="example"&&f(Vw,{viewer:r,example:t.example,root:i}),t.kind==="reopen"&&f(Xw,{viewer:r,name:e.file}),t.kind==="missing"&&f(To,{text:Gt.value.length?Je.gone:"",viewer:r,children:Gt.value.length>0&&f(U0,{})}),l&&f("div",{class:"dropping",children:f("p",{children:Je.drop})})]})}function wf(n){return n.kind==="run"?en.value?.prompt||ne.nav.make:n.kind==="job"?n.job.prompt:n.kind==="example"?n.example.prompt:{compare:Je.compare,batch:Je.pick,file:ke.value.file,reopen:ke.value.file}[n.kind]||ne.nav.make}function Pw(n,e){let t=Iw();return Ws(()=>{if(!n)return;let i=e.current.closest(".shell"),s=()=>{let o=e.current.getBoundingClientRect(),a={left:0,right:0,top:0,bottom:0},c=g=>{let y=i.querySelector(g)?.getBoundingClientRect();return y&&y.width&&y.height?y:null},l=c(".strip"),u=c(".inspector"),d=c(".promptbox"),h=c(".tools")||c(".progress")||c(".welcome-head"),p=c(".welcome-foot")||c(".message.low > p");l&&l.width<o.width/2&&(a.left=Math.max(0,l.right-o.left)),u&&u.width<o.width/2&&u.left>o.left+o.width/2&&(a.right=Math.max(0,o.right-u.left)),d&&(a.bottom=Math.max(0,o.bottom-d.top+42)),h&&(a.top=Math.max(0,h.bottom-o.top+4)),n.setInsets(p?{...a,bottom:Math.max(a.bottom,o.bottom-p.top)}:a),i.style.setProperty("--left",`${a.left}px`),i.style.setProperty("--right",`${a.right}px`),i.style.setProperty("--bottom",`${a.bottom}px`)},r=new ResizeObserver(s);for(let o of i.querySelectorAll(".strip, .inspector, .promptbox, .tools, .progress, .center, .welcome-head, .welcome-foot, .message.low > p"))r.observe(o);return s(),()=>r.disconnect()}),t}function Iw(){let[n,e]=Ae(window.innerWidth>=720);return _e(()=>{let t=window.matchMedia("(min-width: 720px)"),i=()=>e(t.matches);return i(),t.addEventListener("change",i),()=>t.removeEventListener("change",i)},[]),n}function Lw(n,e){let t=document.documentElement.dataset.bzTheme;_e(()=>{if(!n)return;let i=()=>{let r=getComputedStyle(e.current);n.setColors({ground:r.getPropertyValue("--stage").trim(),ink:r.getPropertyValue("--stage-ink").trim()})};i();let s=window.matchMedia("(prefers-color-scheme: dark)");return s.addEventListener("change",i),window.addEventListener("bozzetto-theme",i),()=>{s.removeEventListener("change",i),window.removeEventListener("bozzetto-theme",i)}},[n,t,gi.value.background])}function Nw(n){_e(()=>{if(n)return n.onRestAddress=()=>{if(!n.touched)return;let{azimuth:e,elevation:t,distance:i,target:s}=n.view(),r=(o,a)=>Number(o.toFixed(a));Ve({cam:[r(e,1),r(t,1),r(i,3),...s.map(o=>r(o,3))].join(",")})},n.onRest=n.onRestAddress,()=>{n.onRestAddress=null}},[n]),_e(()=>{n&&Ao(n)},[n,ke.value.run,ke.value.job,ke.value.example,ke.value.file])}function Ao(n){let e=ke.value.cam.split(",").map(Number);if(e.length!==6||!e.every(Number.isFinite))return!1;let[t,i,s,...r]=e;return n.touched=!0,n.look({azimuth:t,elevation:i,distance:s,target:r}),!0}function To({text:n,children:e,viewer:t}){return _e(()=>{t?.clear()},[t]),f("div",{class:"message",children:[f("p",{children:n}),e]})}var U0=()=>f(Pe,{label:ne.strip.all,onClick:()=>Ve({view:"library"})});function Dw({viewer:n,name:e,root:t}){let i=ke.value,s=en.value?.name===e?en.value:null,r=s?.meshes?.find(d=>d.label===i.level)||s?.meshes?.[0],[o,a]=Ae(!1),c=r&&!r.tooLarge?`${e}/${r.label}@${r.stamp}`:"";if(_e(()=>{if(!c){s&&n.clear();return}a(!0);let d=fetch(Qe(`${Et(e)}/mesh`,{level:r.label,v:r.stamp})).then(p=>p.ok?p.arrayBuffer():p.json().then(g=>{throw new Error(g.error)}));d.catch(()=>{});let h=n.keys.startsWith(`${e}/`);n.show([{key:c,data:d}],{keep:h||!!ke.value.cam}).then(()=>{!h&&!Ao(n)&&n.touched&&n.home(),a(!1);let p=n.models[0];ms.value=p&&!p.problem?{faces:p.faces,vertices:p.vertices}:null})},[n,c]),!s)return null;if(s.missing)return f(To,{text:Je.gone,viewer:n,children:f(U0,{})});let l=Number(i.split)||0,u=s.hasCheckpoint&&r?.likeField;return f(je,{children:[r&&f(Ga,{viewer:n,settings:gi,root:t.current,name:e,levels:s.meshes.map(d=>d.label),level:r.label,onLevel:d=>Ve({level:d}),split:{on:l>0,why:u?"":ne.tools.noCheckpoint,toggle:()=>Ve({split:l?"":"0.5"})}}),r&&!r.tooLarge&&f(Va,{viewer:n,settings:gi}),o&&f("p",{class:"loading",role:"status",children:Je.loadingMesh}),r?.tooLarge&&f(To,{text:Je.tooLarge,viewer:n}),l>0&&u&&r&&f(kw,{viewer:n,run:s,at:l}),!r&&f(Uw,{viewer:n,run:s})]})}function Uw({viewer:n,run:e}){let t=e.damage||e.reason,i={damaged:Je.damaged,failed:Je.failed,interrupted:Je.interrupted,done:Je.noMesh,running:Je.training,created:Je.interrupted}[e.status]||e.status,s=()=>Pi(`${Et(e.name)}/continue`),r=e.status==="done"?ne.inspector.reexport:ne.inspector.continue,o=e.status!=="damaged"&&e.status!=="running"&&(e.status!=="done"||e.hasCheckpoint);return f(je,{children:[e.hasCheckpoint&&e.status!=="damaged"&&f(k0,{viewer:n,name:e.name,checkpoint:e.checkpoint,restEdge:N0}),!e.hasCheckpoint&&e.previews.length>0&&f(Tf,{views:Qe(`${Et(e.name)}/previews/${e.previews.at(-1)}`),prompt:e.prompt,dim:!0}),f("div",{class:`message ${e.hasCheckpoint||e.previews.length?"low":""}`,children:[f("p",{children:[i,t&&f("small",{children:t})]}),o&&f(Pe,{kind:"primary",icon:"play",label:r,onClick:s})]})]})}function kw({viewer:n,run:e,at:t}){let i=ut(null),[s,r,o,a]=n.free(),[,c]=Ae(0);_e(()=>{n.touched=!0},[n]);let l=d=>{let h=n.element.getBoundingClientRect(),[p,,g]=n.free();Ve({split:Math.min(.95,Math.max(.05,(d.clientX-h.left-p)/g)).toFixed(3)})};_e(()=>{let[d,h,p,g]=n.free();return n.element.style.clipPath=`inset(0 ${n.root.clientWidth-d-t*p}px 0 0)`,c(y=>y+1),()=>{n.element.style.clipPath=""}},[t,o,a]);let u=d=>{let h={ArrowLeft:-.05,ArrowRight:.05}[d.key];h&&(d.preventDefault(),Ve({split:Math.min(.95,Math.max(.05,t+h)).toFixed(3)}))};return f(je,{children:[f($u,{viewer:n,name:e.name,checkpoint:e.checkpoint,cut:t,restEdge:N0}),f("div",{class:"split-line",style:{left:`${s+t*o}px`,top:`${r}px`,height:`${a}px`},children:[f("span",{class:"split-name left",children:Je.mesh}),f("span",{class:"split-name right",children:Je.nerf}),f("div",{ref:i,class:"split-handle",role:"slider",tabIndex:0,"aria-label":ne.tools.split,"aria-valuemin":0,"aria-valuemax":100,"aria-valuenow":Math.round(100*t),onKeyDown:u,onPointerDown:d=>{i.current.setPointerCapture(d.pointerId)},onPointerMove:d=>{i.current.hasPointerCapture(d.pointerId)&&l(d)}})]})]})}function k0({viewer:n,name:e,checkpoint:t,onFrame:i,restEdge:s}){return _e(()=>{(n.keys!==""||n.models.length)&&n.clear(),n.touched=!0,ke.value.cam||n.home()},[n,e]),f($u,{viewer:n,name:e,checkpoint:t,alt:kp(t),onFrame:i,restEdge:s})}function Ow({viewer:n,job:e}){let t=Js(e),[i,s]=Ae(0),r=!e.checkpoint||i!==e.id&&e.status!=="done";_e(()=>{r&&n.clear()},[n,r,e.id]);let[o,a]=Ae(""),c=`${t.line.split(",")[0]} ${Math.floor(4*(Ri(e)||0))*25} %`;return _e(()=>{a(`${e.prompt}: ${c}`)},[c]),f(je,{children:[e.run&&e.checkpoint&&e.status!=="done"&&f(k0,{viewer:n,name:e.run,checkpoint:e.checkpoint,onFrame:()=>s(e.id)}),r&&Mf(e)&&f(Tf,{views:Mf(e),prompt:e.prompt,dim:!0}),f("div",{class:`progress ${e.status}`,children:[f(ps,{value:e.status==="queued"?null:Ri(e),size:44,width:3,status:e.status,label:e.prompt}),f("p",{children:[f("b",{children:t.line}),f("small",{children:t.detail||(e.checkpoint?Je.orbit:"")})]})]}),f("p",{class:"hidden",role:"status","aria-live":"polite",children:o})]})}var bf=n=>n==="embedded";function Mf(n){return n.run&&n.preview?Qe(`${Et(n.run)}/previews/${n.preview}`):bf(n.prior)?Qe("/prompt/views",{prompt:n.prompt,seed:n.seed}):""}function Fw({viewer:n}){let e=ke.value,t=Os.value,i=Fs(e),s=t&&t.prompt===e.prompt&&!t.problem&&!t.noObject&&!t.empty,r=ut(""),o=s&&bf(i.prior)?Qe("/prompt/views",{prompt:e.prompt,negative:i.negative,prior:i.prior,seed:i.seed}):"";o&&(r.current=o),_e(()=>{n?.clear()},[n]);let a=!r.current&&t&&t.prompt===e.prompt&&!s;return _e(()=>(mu.value=!!(a&&t.noObject),()=>{mu.value=!1}),[a,t?.noObject]),!bf(i.prior)&&s?f("div",{class:"message",children:f("p",{children:Je.noPreview})}):a&&t.noObject?f(Bw,{current:t}):a?f("div",{class:"message",children:f("p",{children:t.problem})}):f(Tf,{views:r.current,prompt:e.prompt,stale:!s})}function Bw({current:n}){let e=ff(n);return f("div",{class:"message",children:[f("p",{children:[ne.prompt.noObject,f("small",{children:[Re(Je.noObjectText,{n:wt(Jt.value?.objects||0)}),e.length>0&&` ${Je.noObjectStart}`]})]}),f("div",{class:"chips",role:"group","aria-label":ne.prompt.suggestions,children:[e.map(([t,i])=>f("button",{type:"button",class:"chip",onClick:()=>Ve({prompt:i}),children:t},i)),f(pf,{})]})]})}function Tf({views:n,prompt:e,dim:t=!1,stale:i=!1}){let[s,r]=Ae(""),[o,a]=Ae(!1);return _e(()=>{if(!n)return;let c=!1,l=new Image;return a(!0),l.onload=()=>{c||(r(n),a(!1))},l.onerror=()=>{c||a(!1)},l.src=n,()=>{c=!0}},[n]),f("figure",{class:`views ${t?"dim":""} ${i?"stale":""} ${s?"":"blank"}`,children:[f("div",{class:"views-grid",children:Array.from({length:L0},(c,l)=>f("span",{class:"view",role:"img","aria-label":s?`${e}, ${Je.sides[l]}`:Je.sides[l],style:s?{backgroundImage:`url("${s}")`,backgroundPosition:`${100*l/(L0-1)}% 0`}:void 0,children:f("small",{children:Je.sides[l]})},l))}),!t&&f("figcaption",{children:o?ne.prompt.drawing:s?ne.prompt.views:"\xA0"})]})}function zw({viewer:n,broken:e}){let t=Zs.value===0,[i]=Jt.value?.examples||[],s=t?i&&Sf(i.name):$i.value.find(o=>o.status==="done"&&o.faces),r=s?`empty ${s.name} ${s.v||""}`:"";return _e(()=>{if(!n)return;if(!s){Zs.value!==null&&n.clear();return}let o=fetch(Qe(`${s.base||Et(s.name)}/mesh`,{v:s.v})).then(a=>{if(!a.ok)throw new Error(Je.gone);return a.arrayBuffer()});o.then(()=>n.show([{key:r,data:o}],{keep:!!ke.value.cam})).then(()=>{!Ao(n)&&n.touched&&n.home()},()=>n.clear())},[n,r]),f("div",{class:"welcome",children:[f("header",{class:"welcome-head",children:[f("p",{class:"welcome-title",children:Je.empty}),t&&f("p",{class:"quiet",children:Je.emptyText})]}),e&&s&&f("span",{class:"welcome-still",children:f(Ds,{run:s,turning:!0})}),f("div",{class:"welcome-foot",children:t?f(Ef,{}):s&&f("button",{type:"button",class:"chip",onClick:()=>lt({run:s.name}),children:[s.prompt||s.name,f(Rt,{name:"arrow",size:14})]})})]})}function Ef(){let n=Jt.value?.examples||[];return f("div",{class:"examples-grid",role:"group","aria-label":Je.examples,children:n.map(e=>f("button",{type:"button",class:"welcome-card",onClick:()=>lt({example:e.name}),children:[f(Ds,{run:Sf(e.name)}),f("span",{children:e.prompt})]},e.name))})}function Vw({viewer:n,example:e,root:t}){let[i,s]=Ae(!0);return _e(()=>{s(!0);let r=fetch(Qe(`${e.base}/mesh`)).then(o=>{if(!o.ok)throw new Error(Je.gone);return o.arrayBuffer()});r.catch(()=>{}),n.show([{key:`example ${e.name}`,data:r}],{keep:!!ke.value.cam}).then(()=>{!Ao(n)&&n.touched&&n.home(),s(!1);let o=n.models[0];ms.value=o&&!o.problem?{faces:o.faces,vertices:o.vertices}:null})},[n,e.name]),f(je,{children:[f(Ga,{viewer:n,settings:gi,root:t.current,name:e.name}),f(Va,{viewer:n,settings:gi}),i&&f("p",{class:"loading",role:"status",children:Je.loadingMesh})]})}function Hw({viewer:n,batch:e}){_e(()=>{n?.clear()},[n]);let t=Gt.value.filter(r=>r.batch===e).sort((r,o)=>r.id-o.id),i=new Map($i.value.map(r=>[r.name,r])),s=t.filter(r=>r.status==="done"&&r.run);return t.length?f("div",{class:"batch",children:[f("header",{children:[f("p",{class:"welcome-title",children:Je.pick}),f("p",{class:"quiet",children:[t[0].prompt,". ",Re(Je.pickText,{done:s.length,n:t.length})]})]}),f("ul",{class:`batch-grid n${t.length}`,children:t.map(r=>f("li",{children:f("button",{type:"button",class:"batch-cell",onClick:()=>lt(r.status==="done"?{run:r.run}:{job:r.id}),children:[r.status==="done"&&r.run?f(Ds,{run:i.get(r.run)||{name:r.run,status:"done"},turning:!0}):f("span",{class:"thumb",children:r.preview&&f("span",{class:"view",style:{backgroundImage:`url("${Mf(r)}")`,backgroundPosition:"0 0"}})}),f("span",{class:"batch-text",children:[r.status!=="done"&&f(ps,{value:r.status==="queued"?0:Ri(r),size:22,status:r.status}),f("span",{children:Re(ne.inspector.seedOf,{n:r.seed})}),f("small",{children:Js(r).line})]})]})},r.id))}),s.length>1&&f(Pe,{icon:"compare",label:Je.compareAll,onClick:()=>lt({compare:s.slice(0,4).map(r=>r.run).join(",")})})]}):f(To,{text:Je.gone})}function Gw({viewer:n,names:e,root:t}){let[i,s]=Ae(null);return _e(()=>{let r=!1;return $e(async()=>{let o=await St("/compare",{runs:e});if(r)return;s(o);let a=o.runs.filter(c=>c.meshes.length).map(c=>{let[l]=c.meshes,u=fetch(Qe(`${Et(c.name)}/mesh`,{v:l.stamp})).then(d=>d.arrayBuffer());return{key:`compare ${c.name}@${l.stamp}`,label:`${c.prompt} \xB7 ${c.preset} \xB7 ${c.seed}`,data:u}});await n.show(a,{keep:!!ke.value.cam}),Ao(n)}),()=>{r=!0}},[n,e]),f(je,{children:[f(Ga,{viewer:n,settings:gi,root:t.current,name:"compare"}),f(Va,{viewer:n,settings:gi,gizmo:!1}),i&&f("details",{class:"differences",children:[f("summary",{children:[Je.differences,i.differences.length?` (${i.differences.length})`:""]}),i.differences.length===0?f("p",{children:Je.same}):f("div",{class:"scroll",tabIndex:0,role:"region","aria-label":Je.differences,children:f("table",{children:[f("thead",{children:f("tr",{children:[f("th",{scope:"col",children:ne.inspector.settings}),i.runs.map(r=>f("th",{scope:"col",children:r.prompt},r.name))]})}),f("tbody",{children:i.differences.map(r=>f("tr",{children:[f("th",{scope:"row",children:r.setting}),r.values.map((o,a)=>f("td",{title:o,children:Dp(o)},a))]},r.setting))})]})})]})]})}function Ww({viewer:n,root:e}){let t=ti.value,i=fs.includes(t.kind);_e(()=>{if(ms.value=null,!i)return n.show([{key:t.key,data:t.data,kind:t.kind}],{keep:!!ke.value.cam}).then(()=>{Ao(n);let a=n.models[0];ms.value=a&&!a.problem?{faces:a.faces,vertices:a.vertices}:null}),()=>{n.clear()}},[n,t.key]);let[s,r]=Ae("");_e(()=>{if(!i)return;let a=URL.createObjectURL(new Blob([t.data],{type:`image/${t.kind==="jpg"?"jpeg":t.kind}`}));return r(a),()=>{URL.revokeObjectURL(a)}},[t.key]);let o={"+z":0,"+x":90,"-z":180,"-x":-90}[t.front];return _e(()=>{i||o===void 0||(n.touched=!0,n.look({azimuth:o,elevation:12}))},[t.front]),i?f("img",{class:"opened-picture",src:s,alt:t.name}):f(je,{children:[f(Ga,{viewer:n,settings:gi,root:e.current,name:t.name}),f(Va,{viewer:n,settings:gi})]})}function Xw({viewer:n,name:e}){let[t,i]=Ae(!1);return _e(()=>{let s=!1;return i(!1),Hp(e).then(r=>{s||(r?ti.value=r:i(!0))}),()=>{s=!0}},[e]),t&&f(To,{text:Re(Je.reopen,{name:e}),viewer:n,children:f(lf,{kind:"primary"})})}var O0=280,Af=84,F0=4;function Rf({title:n,rows:e}){let t=e.map(([u])=>u),i=e.map(([,u])=>u),[s,r]=[Math.min(...t),Math.max(...t)],[o,a]=[Math.min(...i),Math.max(...i)],c=([u,d])=>`${((u-s)/(r-s||1)*O0).toFixed(1)},${(Af-F0-(d-o)/(a-o||1)*(Af-2*F0)).toFixed(1)}`,l=i.at(-1);return f("figure",{class:"chart",children:[f("figcaption",{children:[n,f("b",{children:l.toPrecision(3)})]}),f("svg",{viewBox:`0 0 ${O0} ${Af}`,role:"img","aria-label":`${n}: ${i[0].toPrecision(3)} to ${l.toPrecision(3)} over ${wt(r)} steps`,preserveAspectRatio:"none",children:f("polyline",{points:e.map(c).join(" ")})})]})}var it=ne.dialog,Tu={"":["glb","obj"],unity:["glb"],unreal:["glb"],blender:["glb"],ar:["usdz","glb"],print:["3mf","stl"],film:["usd","obj"]},qw=[256,512,1024,2048,4096];function $w(n,{formats:e,target:t,faces:i,texture:s,lods:r},o){let a=e.length?e:Tu[t]||["glb","obj"],c=i||o,l=(s||1024)**2,u=Array.from({length:r+1},(d,h)=>.5**h);return a.reduce((d,h)=>{let[p,g]=n.bytes[h]||[60,0];return d+u.reduce((y,x)=>y+p*c*x+g*l,0)},0)}function Cf({base:n,faces:e,title:t,onClose:i}){let s=Jt.value?.export,[r,o]=Ae({target:"",formats:[],faces:0,texture:0,size:"",lods:0,collision:!1,maps:"",turntable:!1,quads:!1,pivot:"",units:"",up:""}),[a,c]=Ae({running:!1,exported:[],seconds:0,problem:""}),[l,u]=Ae(!1),d=v=>o(E=>({...E,...v})),h=ut(!1),p=async()=>{let v=await $e(()=>St(`${n}/files`));!v||h.current||(c(v),v.running&&setTimeout(p,700))};if(_e(()=>(p(),()=>{h.current=!0}),[]),!s)return null;let g=async()=>{u(!0);let v=await $e(()=>Xt(`${n}/export`,{...r,size:Number(r.size)||0,...x?{units:"",up:""}:{}}));v&&(c(v),setTimeout(p,400))},x=(r.formats.length?r.formats:Tu[r.target]||[]).every(v=>s.ownFrame.includes(v)),m=s.targets.find(({name:v})=>v===r.target)?.places,b=a.exported.reduce((v,E)=>v+E.bytes,0),M=`${n}/files`;return f(du,{wide:!0,title:`${it.export} ${t}`,onClose:i,footer:f(je,{children:[f("span",{class:"quiet grow","aria-live":"polite",children:a.running?`${Re(it.running,{time:qn(a.seconds)})}. ${it.leave}`:a.problem?f("span",{class:"problem",children:a.problem}):l&&a.exported.length?Re(it.done,{n:a.exported.length,bytes:Xi(b)}):Re(it.estimate,{bytes:Xi($w(s,r,e))})}),a.running&&f(ps,{value:null,size:24}),f(Pe,{kind:"primary",icon:"export",label:it.run,disabled:a.running,onClick:g})]}),children:f("div",{class:"export",children:[f("fieldset",{children:[f("legend",{children:it.target}),f("div",{class:"cards",children:s.targets.map(({name:v,label:E})=>f("button",{type:"button",class:`card ${r.target===v?"on":""}`,"aria-pressed":String(r.target===v),onClick:()=>d({target:v}),children:E},v))}),f("p",{class:"quiet",children:[f("b",{children:it.places})," ",m]})]}),f("fieldset",{children:[f("legend",{children:it.formats}),f("div",{class:"cards formats",children:s.formats.map(v=>f("button",{type:"button",class:`card ${r.formats.includes(v)?"on":""} ${!r.formats.length&&(Tu[r.target]||[]).includes(v)?"implied":""}`,"aria-pressed":String(r.formats.includes(v)),onClick:()=>d({formats:r.formats.includes(v)?r.formats.filter(E=>E!==v):[...r.formats,v]}),children:[f("b",{children:v.toUpperCase()}),f("small",{children:it.formatsText[v]})]},v))}),!r.formats.length&&f("p",{class:"quiet",children:[it.auto,": ",(Tu[r.target]||[]).map(v=>v.toUpperCase()).join(", ")]})]}),f("div",{class:"fields",children:[f("label",{children:[f("span",{children:it.faces}),f("input",{type:"number",min:0,max:5e6,step:500,value:r.faces||"",placeholder:wt(e),onInput:v=>d({faces:Number(v.currentTarget.value)||0})})]}),f("label",{children:[f("span",{children:it.texture}),f("select",{value:r.texture,onChange:v=>d({texture:Number(v.currentTarget.value)}),children:[f("option",{value:0,children:it.unchanged}),qw.map(v=>f("option",{value:v,children:v},v))]})]}),f("label",{children:[f("span",{children:it.lods}),f("select",{value:r.lods,onChange:v=>d({lods:Number(v.currentTarget.value)}),children:Array.from({length:s.lods+1},(v,E)=>f("option",{value:E,children:E},E))})]}),f("label",{children:[f("span",{children:[it.size,", ",it.metres]}),f("input",{type:"number",min:0,max:1e4,step:"any",value:r.size,placeholder:it.unchanged,onInput:v=>d({size:v.currentTarget.value})})]}),f("label",{children:[f("span",{children:it.units}),f("select",{value:x?"":r.units,disabled:x,onChange:v=>d({units:v.currentTarget.value}),children:[f("option",{value:"",children:it.asTarget}),s.units.map(v=>f("option",{value:v,children:v},v))]})]}),f("label",{children:[f("span",{children:it.up}),f("select",{value:x?"":r.up,disabled:x,onChange:v=>d({up:v.currentTarget.value}),children:[f("option",{value:"",children:it.asTarget}),f("option",{value:"y",children:"Y"}),f("option",{value:"z",children:"Z"})]})]}),f("label",{children:[f("span",{children:it.pivot}),f("select",{value:r.pivot,onChange:v=>d({pivot:v.currentTarget.value}),children:[f("option",{value:"",children:it.asTarget}),s.pivots.map(v=>f("option",{value:v,children:it.pivots[v]},v))]})]})]}),f("p",{class:"quiet",children:x?it.fixedFrame:it.frameText}),f("div",{class:"row",children:[f("span",{class:"label",children:it.maps}),f(Ln,{small:!0,label:it.maps,value:r.maps,onChange:v=>d({maps:v}),options:[["",it.asTarget],["none",it.none],["normal",it.normal],["occlusion",it.occlusion],["both",it.both]]})]}),f("div",{class:"row",children:[f(mi,{label:it.collision,checked:r.collision,onChange:v=>d({collision:v})}),f(mi,{label:it.turntable,checked:r.turntable,onChange:v=>d({turntable:v})}),s.quads&&f(mi,{label:it.quads,checked:r.quads,onChange:v=>d({quads:v})})]}),a.exported.length>0&&f("fieldset",{children:[f("legend",{children:it.files}),f("ul",{class:"files",children:a.exported.map(v=>f("li",{children:f("a",{href:Qe(`${M}/${v.name}`,{from:"export"}),download:!0,children:[f(Rt,{name:"download",size:16}),f("span",{children:v.name}),f("small",{children:Xi(v.bytes)})]})},v.name))}),f("a",{class:"button",href:Qe(`${M}/export.zip`),download:!0,children:[f(Rt,{name:"download"}),f("span",{children:it.zip})]})]})]})})}var tn=ne.teach,Yw=["auto","+z","+x","-z","-x"],Kw=["auto","front","both","round","round front","profile left","profile right","top"];function B0({file:n,send:e}){let t=fs.includes(n.kind),[i,s]=Ae(""),[r,o]=Ae({running:!1,problem:"",done:!1,cutout:!1}),[a,c]=Ae(""),l=ut(!1);_e(()=>(l.current=!1,()=>{l.current=!0}),[]);let u=async p=>{let g=await $e(()=>St(`${p}/teach`));!g||l.current||(o(g),g.running&&setTimeout(u,700,p))},d=async p=>{p.preventDefault();let g=Object.fromEntries(new FormData(p.currentTarget)),y=await e();if(!y)return;s(y);let x=await $e(()=>Xt(`${y}/teach`,{...g,replace:!!g.replace}));x&&(o(x),c(g.name.trim()),setTimeout(u,400,y))},h=t?Kw:Yw;return f("section",{class:"teach","aria-label":tn.title,children:[f("h3",{children:tn.title}),f("form",{class:"form",onSubmit:d,children:[f("label",{children:[f("span",{children:tn.name}),f("input",{name:"name",type:"text",required:!0,maxLength:100,placeholder:tn.hint})]}),f("label",{children:[f("span",{children:t?tn.shows:tn.front}),f("select",{name:t?"shows":"front",onChange:p=>{t||(ti.value={...ti.value,front:p.currentTarget.value})},children:h.map((p,g)=>f("option",{value:p,children:(t?tn.showsNames:tn.frontNames)[g]},p))})]}),f("details",{children:[f("summary",{children:tn.more}),f("div",{class:"form",children:[f("label",{children:[f("span",{children:tn.also}),f("input",{name:"also",type:"text",maxLength:300})]}),f("label",{children:[f("span",{children:tn.size}),f("input",{name:"size",type:"number",min:"0.001",max:"99999",step:"any"})]}),f("label",{children:[f("span",{children:tn.author}),f("input",{name:"author",type:"text",maxLength:200})]}),f("label",{children:[f("span",{children:tn.licence}),f("input",{name:"licence",type:"text",maxLength:100,placeholder:"CC-BY-4.0"})]}),f("label",{class:"toggle",children:[f("input",{name:"replace",type:"checkbox"}),f("span",{children:tn.replace})]})]})]}),f(Pe,{icon:"teach",type:"submit",label:r.running?`${tn.running} ${qn(r.seconds||0)}`:tn.run,disabled:r.running})]}),f("div",{"aria-live":"polite",children:[r.problem&&f("p",{class:"problem small",children:r.problem}),r.cutout&&f("figure",{children:[f("img",{src:Qe(`${i}/teach/cutout`,{at:r.done?"done":"found"}),alt:tn.cutout}),f("figcaption",{class:"quiet",children:[tn.mend," ",f("a",{href:Qe(`${i}/teach/cutout`),download:`${a}.png`,children:tn.keep})]})]}),r.done&&f(Pe,{kind:"block",icon:"make",label:tn.attempt.replace("{name}",a),onClick:()=>lt({prompt:`a ${a}`})})]})]})}var ve=ne.inspector,Ro=vt(0),Eu=vt("");function V0(){let n=Eo(ke.value),e=n.kind==="run"?en.value:null;return f("aside",{class:"inspector","aria-label":ne.nav.details,children:[n.kind==="run"&&e&&!e.missing&&f(jw,{run:e}),n.kind==="job"&&f(o1,{job:n.job}),n.kind==="file"&&f(l1,{}),n.kind==="example"&&f(a1,{example:n.example}),!["run","job","file","example"].includes(n.kind)&&f("div",{class:"nothing",children:[f("p",{children:ve.none}),f("p",{class:"quiet",children:ve.noneText})]})]})}var H0=n=>{let{kind:e}=Eo(n);return["job","file","example"].includes(e)||e==="run"&&!en.value?.missing};function jw({run:n}){let e=n.meshes.length>0,t=Et(n.name),i=Gt.value.find(r=>r.run===n.name&&r.batch)?.batch,s=n.finer;return f(je,{children:[f("header",{class:"inspector-head",children:[i&&f("button",{type:"button",class:"textlink",onClick:()=>lt({batch:i}),children:ve.ofBatch}),f("h2",{children:n.prompt||n.name}),f("p",{class:"quiet",children:[js(n.created),ne.prompt[n.preset]||n.preset,Re(ve.seedOf,{n:n.seed})].filter(Boolean).join(" \xB7 ")}),n.damage&&f("p",{class:"problem small",children:n.damage}),f(hu,{value:n.stars,name:"rating",onChange:async r=>{en.value={...n,stars:r},await $e(()=>Xt(`${t}/stars`,{stars:r}))}})]}),n.status!=="damaged"&&f("div",{class:"actions",children:[f(Pe,{icon:"again",label:ve.again,title:ve.againHelp,onClick:()=>Pi(`${t}/again`)}),f(Pe,{icon:"grid4",label:ve.variations,title:ve.variationsHelp,onClick:()=>Pi(`${t}/again`,{count:4})}),f(Pe,{icon:"refine",label:ve.refine,title:s?Re(ve.refineHelp,{preset:s}):ve.finest,disabled:!s,onClick:()=>Pi(`${t}/refine`)}),f(Zw,{run:n}),f(Qw,{run:n}),e&&(Jt.value?.actions||[]).map(r=>f(Jw,{kind:r,run:n},r)),f(Pe,{icon:"sliders",label:ve.useShort,title:ve.use,onClick:()=>Mo(n)})]}),e&&f("a",{class:"button primary block",href:Qe(`${t}/files/mesh.glb`),download:!0,children:[f(Rt,{name:"download"}),f("span",{children:ve.download})]}),f(Ln,{label:ne.nav.details,options:ve.tabs.map((r,o)=>[o,r]),value:Ro.value,onChange:r=>{Ro.value=r}}),f("div",{class:"inspector-scroll",tabIndex:0,role:"region","aria-label":ve.tabs[Ro.value],children:[Ro.value===0&&f(e1,{run:n}),Ro.value===1&&f(i1,{run:n}),Ro.value===2&&f(r1,{run:n})]}),Eu.value===n.name&&f(Cf,{base:t,faces:n.faces||ms.value?.faces||8e3,title:n.prompt,onClose:()=>{Eu.value="",wu(n.name)}})]})}function Zw({run:n}){let e=Jt.value?.adjectives||[];return!e.length||n.prior!=="embedded"?f(Pe,{icon:"colour",label:ve.recolour,disabled:!0}):f(_n,{icon:"colour",label:ve.recolour,bare:!1,title:ve.recolourHelp,align:"end",children:t=>f("div",{class:"colours",children:e.map(i=>f("button",{type:"button",onClick:()=>{t(),Pi(`${Et(n.name)}/recolour`,{colour:i})},children:[f("i",{style:{background:Pf(i)}}),i]},i))})})}var z0={wooden:"linear-gradient(135deg,#b98552,#7a4f29)",golden:"linear-gradient(135deg,#f6d77a,#b8862b)",gold:"linear-gradient(135deg,#f6d77a,#b8862b)",silver:"linear-gradient(135deg,#f2f2f2,#8f959c)",metal:"linear-gradient(135deg,#d5dade,#737b83)",metallic:"linear-gradient(135deg,#d5dade,#737b83)",glass:"linear-gradient(135deg,#e8f4f6,#a9cdd4)",shiny:"linear-gradient(135deg,#fff,#999)",striped:"repeating-linear-gradient(45deg,#444 0 3px,#eee 3px 6px)",stone:"linear-gradient(135deg,#b4b0a8,#77736b)",marble:"linear-gradient(135deg,#f4f2ee,#c7c3bb)",leather:"linear-gradient(135deg,#8a5734,#5a361e)",colorful:"conic-gradient(red,orange,yellow,green,blue,violet,red)",colourful:"conic-gradient(red,orange,yellow,green,blue,violet,red)"};function Pf(n){if(z0[n])return z0[n];let e=n.replace(/[ -]/g,"");return typeof CSS<"u"&&CSS.supports("color",e)?e:"linear-gradient(135deg,#e5e0d8,#a29a8e)"}function Jw({kind:n,run:e}){let[t,i]=Ae({running:!1}),s=`${Et(e.name)}/actions/${n}`,r=ut(!1),o=ut(null);_e(()=>(r.current=!1,()=>{r.current=!0}),[s]);let a=async()=>{let c=await $e(()=>St(s));if(c){if(r.current||i(c),c.running){setTimeout(a,1e3);return}c.problem?$n(c.problem,{kind:"error",seconds:15}):c.done&&($n(Re(ve[`${n}Done`],{prompt:e.prompt}),{kind:"done"}),n==="texture"&&ke.value.run===e.name&&(await wu(e.name),Ve({level:"textured"})))}};return f(_n,{icon:n,label:t.running?ve[`${n}Running`]:ve[n],bare:!1,title:ve[`${n}Help`],align:n==="teach"?"start":"end",disabled:t.running,children:c=>f("form",{class:"form",onSubmit:async l=>{l.preventDefault();let u=new FormData(l.currentTarget).get("words"),d=await $e(()=>Xt(s,{words:u}));d&&(c(),i(d),setTimeout(a,700))},children:[f("label",{children:[f("span",{children:ve[`${n}Help`]}),f("input",{name:"words",type:"text",required:!0,maxLength:200,placeholder:ve[`${n}Hint`],ref:o})]}),f(Pe,{kind:"primary",type:"submit",label:ve[n]}),n==="texture"&&f(pu,{onPick:l=>{o.current.value=`${o.current.value} ${l}`.trim()}})]})})}function Qw({run:n}){let[e,t]=Ae(Math.max(50,Math.round(n.steps/2)));return f(_n,{icon:"longer",label:ve.longer,bare:!1,title:ve.longerHelp,align:"start",disabled:n.status!=="done"||!n.hasCheckpoint,children:i=>f("div",{class:"form",children:[f("label",{children:[f("span",{children:ve.steps}),f("input",{type:"number",min:1,max:1e5,step:10,value:e,onInput:s=>t(Number(s.currentTarget.value)||1)})]}),f(Pe,{kind:"primary",label:ve.continue,onClick:()=>{i(),Pi(`${Et(n.name)}/longer`,{steps:e})}})]})})}function e1({run:n}){let e=ms.value;return f(je,{children:[f(n1,{run:n}),e&&f("dl",{class:"facts",children:[f("dt",{children:ve.facesName}),f("dd",{children:wt(e.faces)}),f("dt",{children:ve.vertices}),f("dd",{children:wt(e.vertices)})]}),n.stills.length>0&&f("section",{children:[f("h3",{children:ve.stills}),f("div",{class:"stills",children:n.stills.map(t=>f("img",{src:Qe(`${Et(n.name)}/stills/${t}`),alt:`${n.prompt}, ${t}`,loading:"lazy"},t))})]}),n.previews.length>1&&f(t1,{run:n}),n.estimates.length>0&&f(G0,{run:n.name,step:n.estimates[n.estimates.length-1]})]})}function t1({run:n}){let[e,t]=Ae(n.previews.length-1),i=n.previews[Math.min(e,n.previews.length-1)];return f("section",{class:"history",children:[f("h3",{children:ve.history}),f("img",{src:Qe(`${Et(n.name)}/previews/${i}`),alt:`${n.prompt}, ${Re(ve.stepOf,{n:Number(i)})}`}),f("input",{type:"range",min:0,max:n.previews.length-1,value:e,"aria-label":ve.history,"aria-valuetext":Re(ve.stepOf,{n:Number(i)}),onInput:s=>t(Number(s.currentTarget.value))}),f("small",{class:"quiet",children:Re(ve.stepOf,{n:wt(Number(i))})})]})}function G0({run:n,step:e}){return f("section",{class:"history",children:[f("h3",{children:ve.estimate}),f("img",{src:Qe(`${Et(n)}/estimates/${e}`),alt:`${ve.estimateText} ${Re(ve.stepOf,{n:Number(e)})}`}),f("small",{class:"quiet",children:ve.estimateText})]})}function n1({run:n}){let e=async t=>{let i=await $e(()=>Xt(`${Et(n.name)}/tags`,{tags:t}));i&&(en.value={...en.value,tags:i.tags})};return f("section",{class:"tags","aria-label":ve.tags,children:[n.tags.map(t=>f("span",{class:"tag",children:[t,f("button",{type:"button","aria-label":Re(ve.removeTag,{tag:t}),onClick:()=>e(n.tags.filter(i=>i!==t)),children:f(Rt,{name:"close",size:12})})]},t)),f("input",{type:"text",placeholder:ve.addTag,"aria-label":ve.addTag,onKeyDown:t=>{let i=t.currentTarget;t.key==="Enter"&&i.value.trim()&&(e([...n.tags,i.value]),i.value="")}})]})}function i1({run:n}){return f(je,{children:[f("dl",{class:"facts",children:n.facts.map(([e,t])=>[f("dt",{children:e},`${e}-n`),f("dd",{children:t},e)])}),n.negative&&f("dl",{class:"facts",children:[f("dt",{children:ne.prompt.negative}),f("dd",{children:n.negative})]}),f("details",{class:"advanced",children:[f("summary",{children:ve.advanced}),f(s1,{run:n}),n.settings.length>0&&f("section",{children:[f("h3",{children:ve.changed}),f("dl",{class:"facts",children:n.settings.map(([e,,t])=>[f("dt",{children:e},`${e}-n`),f("dd",{children:t},e)])})]}),f("p",{class:"quiet path",children:n.folder})]}),f(Pe,{icon:"bin",label:ve.delete,kind:"ghost danger",onClick:()=>If([n.name])})]})}async function If(n){let e=await $e(()=>Xt("/runs/delete",{runs:n}));return e?(n.includes(ke.value.run)&&lt({}),Ku(),$n(ne.library.moved,{seconds:12,action:{label:ne.library.undo,run:async()=>{await $e(()=>Xt("/bin/restore",{runs:e.binned})),Ku()}}}),!0):!1}function s1({run:n}){let[e,t]=Ae(null);return _e(()=>{$e(async()=>t((await St(`${Et(n.name)}/metrics`)).rows))},[n.name,n.step]),!e||e.length<2?null:f(je,{children:[f(Rf,{title:ve.loss,rows:e.map(([i,s])=>[i,s])}),f(Rf,{title:ve.opacity,rows:e.map(([i,,s])=>[i,s])})]})}function r1({run:n}){let[e,t]=Ae(null);_e(()=>{$e(async()=>t(await St(`${Et(n.name)}/files`)))},[n.name,Eu.value,n.meshes.length]);let i=`${Et(n.name)}/files`;return e?f(je,{children:[f(Pe,{icon:"export",label:`${ve.export}\u2026`,kind:"block",disabled:!n.hasCheckpoint,title:n.hasCheckpoint?void 0:ne.tools.noCheckpoint,onClick:()=>{Eu.value=n.name}}),f("ul",{class:"files",children:[e.own.map(s=>f("li",{children:f("a",{href:Qe(s.name==="mesh.obj"?`${i}/mesh-obj.zip`:`${i}/${s.name}`),download:!0,children:[f(Rt,{name:"download",size:16}),f("span",{children:s.name==="mesh.obj"?"mesh.obj, mtl, png":s.name}),f("small",{children:Xi(s.bytes)})]})},s.name)),e.exported.map(s=>f("li",{children:f("a",{href:Qe(`${i}/${s.name}`,{from:"export"}),download:!0,children:[f(Rt,{name:"download",size:16}),f("span",{children:`export/${s.name}`}),f("small",{children:Xi(s.bytes)})]})},`e-${s.name}`))]}),e.exported.length>1&&f("a",{class:"button block",href:Qe(`${i}/export.zip`),download:!0,children:[f(Rt,{name:"download"}),f("span",{children:ne.dialog.zip})]}),e.share&&f("a",{class:"button block",href:Qe(`${Et(n.name)}/share`),download:!0,children:[f(Rt,{name:"share"}),f("span",{children:ve.share})]})]}):null}function o1({job:n}){let e=Js(n),t=n.status==="running"||n.status==="queued";return f(je,{children:[f("header",{class:"inspector-head",children:[f("h2",{children:n.prompt}),f("p",{class:"quiet",children:[ne.prompt[n.preset]||n.preset,Re(ve.seedOf,{n:n.seed})].join(" \xB7 ")})]}),f("p",{class:"state",children:[e.line,f("small",{children:e.detail})]}),f("div",{class:"actions",children:[t&&!n.requested&&f(Pe,{icon:"pause",label:ve.pause,onClick:()=>ks(n,"pause")}),(n.status==="paused"||n.requested==="pause")&&f(Pe,{icon:"play",label:ve.resume,kind:"primary",onClick:()=>ks(n,"resume")}),(t||n.status==="paused")&&n.requested!=="cancel"&&f(Pe,{icon:"stop",label:ve.stop,onClick:()=>ks(n,"cancel")}),["failed","cancelled"].includes(n.status)&&f(Pe,{icon:"again",label:ve.retry,kind:"primary",onClick:()=>ks(n,"retry")}),n.status==="queued"&&n.position>1&&f(Pe,{icon:"first",label:ve.first,onClick:()=>ks(n,"first")})]}),f("button",{type:"button",class:"textlink",onClick:()=>Mo(n),children:ve.use}),n.run&&n.preview&&f("section",{class:"history",children:[f("h3",{children:ve.history}),f("img",{src:Qe(`${Et(n.run)}/previews/${n.preview}`),alt:`${n.prompt}, ${Re(ve.stepOf,{n:Number(n.preview)})}`}),f("small",{class:"quiet",children:Re(ve.stepOf,{n:wt(Number(n.preview))})})]}),n.run&&n.preview&&n.prior!=="embedded"&&f(G0,{run:n.run,step:n.preview})]})}function a1({example:n}){let e=ms.value;return f(je,{children:[f("header",{class:"inspector-head",children:[f("h2",{children:n.prompt}),f("p",{class:"quiet",children:[ne.stage.example,ne.prompt[n.preset]||n.preset,Re(ve.seedOf,{n:n.seed})].join(" \xB7 ")})]}),f(Pe,{icon:"sliders",label:ve.use,kind:"primary block",onClick:()=>Mo(n)}),f("a",{class:"button block",href:Qe(`${n.base}/mesh`),download:!0,children:[f(Rt,{name:"download"}),f("span",{children:ve.download})]}),f("dl",{class:"facts",children:[e&&f(je,{children:[f("dt",{children:ve.facesName}),f("dd",{children:wt(e.faces)}),f("dt",{children:ve.vertices}),f("dd",{children:wt(e.vertices)})]}),f("dt",{children:ve.size}),f("dd",{children:Xi(n.bytes)})]}),f("p",{class:"quiet",children:Re(ve.exampleText,{time:qn(n.seconds)})})]})}function l1(){let n=ti.value,e=ms.value,[t,i]=Ae(""),[s,r]=Ae(!1),o=ut({key:"",path:""}),a=async()=>{if(o.current.key===n.key)return o.current.path;r(!0);let c=await $e(async()=>{let l=await fetch(Qe("/opened",{name:n.name}),{method:"POST",headers:{"Content-Type":"application/octet-stream"},body:n.data}),u=await l.json();if(!l.ok)throw new Error(u.error);return u});return r(!1),c?(o.current={key:n.key,path:`/opened/${c.key}`},o.current.path):""};return f(je,{children:[f("header",{class:"inspector-head",children:[f("h2",{children:n.name}),f("p",{class:"quiet",children:ne.stage.dropped})]}),e&&f("dl",{class:"facts",children:[f("dt",{children:ve.facesName}),f("dd",{children:wt(e.faces)}),f("dt",{children:ve.vertices}),f("dd",{children:wt(e.vertices)}),f("dt",{children:ve.size}),f("dd",{children:Xi(n.data.byteLength)})]}),f("div",{class:"actions",children:[!fs.includes(n.kind)&&f(Pe,{icon:"export",label:`${ve.export}\u2026`,kind:"primary",disabled:s,onClick:async()=>i(await a())}),f(Pe,{icon:"close",label:ne.stage.closeFile,onClick:()=>lt({})})]}),f(B0,{file:n,send:a},n.key),t&&f(Cf,{base:t,faces:e?.faces||8e3,title:n.name,onClose:()=>i("")})]})}var dt=ne.library,Wa=60,h1=["newest","oldest","stars","score","prompt","quickest"],d1=["all","done","unfinished","damaged"];function W0(){let n=ke.value,e={search:n.search,tags:n.tags,stars:n.stars,state:n.state,sort:n.sort},t=JSON.stringify(e),[i,s]=Ae({key:"",rows:[],total:null,tags:[],everything:null}),[r,o]=Ae([]),[a,c]=Ae(!1),l=ut(new Set),u=async(p,g=!1)=>{if(l.current.has(`${t}/${p}`)&&!g)return;l.current.add(`${t}/${p}`);let y=await $e(()=>St("/runs",{...e,offset:p*Wa,limit:Wa}));!y||JSON.stringify(f1(ke.value))!==t||s(x=>{let m=x.key===t?[...x.rows]:[];return m.length=y.total,y.runs.forEach((b,M)=>{m[p*Wa+M]=b}),{key:t,rows:m,total:y.total,tags:y.tags,notice:y.notice}})};_e(()=>{let p=setTimeout(()=>{l.current=new Set,u(0,!0)},i.key&&i.key!==t?180:0);return()=>clearTimeout(p)},[t,qi.value]);let d=n.search||n.tags||n.stars!=="0"||n.state!=="all",h=p=>o(g=>g.includes(p)?g.filter(y=>y!==p):[...g,p]);return f("main",{class:"page library","data-ready":String(i.total!==null),children:[f("h1",{children:ne.nav.library}),f("div",{class:"filters",role:"search",children:[f("label",{class:"searchbox",children:[f(Rt,{name:"search",size:16}),f("input",{type:"search","aria-label":dt.search,placeholder:dt.searchHint,value:n.search,onInput:p=>Ve({search:p.currentTarget.value})})]}),f(Ln,{small:!0,label:dt.status,value:n.state,onChange:p=>Ve({state:p}),options:d1.map(p=>[p,dt[p]])}),f("select",{"aria-label":ne.inspector.stars,value:n.stars,onChange:p=>Ve({stars:p.currentTarget.value}),children:[f("option",{value:"0",children:dt.any}),[1,2,3,4,5].map(p=>f("option",{value:p,children:Re(dt.atLeast,{n:p})},p))]}),f("select",{"aria-label":dt.sort,value:n.sort,onChange:p=>Ve({sort:p.currentTarget.value}),children:h1.map(p=>f("option",{value:p,children:dt[p]},p))}),f("span",{class:"grow"}),f(Pe,{icon:"bin",label:dt.bin,small:!0,kind:"ghost",onClick:()=>c(!0)})]}),i.tags.length>0&&f("div",{class:"collections",role:"group","aria-label":dt.collections,children:i.tags.slice(0,24).map(p=>{let g=n.tags.split(",").filter(Boolean),y=g.includes(p);return f("button",{type:"button",class:`chip ${y?"on":""}`,"aria-pressed":String(y),onClick:()=>Ve({tags:(y?g.filter(x=>x!==p):[...g,p]).join(",")}),children:p},p)})}),f("p",{class:"quiet count-line","aria-live":"polite",children:[i.total===null||!i.total&&!d?"":i.total===1?dt.one:Re(dt.count,{n:wt(i.total)}),d&&f("button",{type:"button",class:"textlink",onClick:()=>Ve({search:"",tags:"",stars:"0",state:"all"}),children:dt.clear})]}),i.notice&&f("p",{class:"quiet",children:i.notice}),i.total===0&&(d?f("p",{class:"message-line",children:dt.noMatch}):f(p1,{})),i.total>0&&f(m1,{pages:i,load:u,selected:r,toggle:h,refresh:()=>u(0,!0)}),r.length>0&&f(x1,{selected:r,clear:()=>o([]),done:()=>{o([]),l.current=new Set,u(0,!0)}}),a&&f(_1,{onClose:()=>{c(!1),l.current=new Set,u(0,!0),Er()}})]})}var f1=n=>({search:n.search,tags:n.tags,stars:n.stars,state:n.state,sort:n.sort});function p1(){return f("div",{class:"welcome inline",children:[f("p",{class:"welcome-title",children:dt.empty}),f("p",{class:"quiet",children:dt.emptyText}),f(Ef,{})]})}function m1({pages:n,load:e,selected:t,toggle:i,refresh:s}){let r=ut(null),[o,a]=Ae({width:800,height:800,scroll:0});Ws(()=>{let v=r.current.closest(".page"),E=()=>a({width:r.current.clientWidth,height:v.clientHeight,scroll:Math.max(0,v.scrollTop-r.current.offsetTop)});E(),v.addEventListener("scroll",E,{passive:!0});let T=new ResizeObserver(E);return T.observe(r.current),()=>{v.removeEventListener("scroll",E),T.disconnect()}},[]);let{columns:c,row:l,rows:u,first:d,last:h}=c0({...o,total:n.total,minCard:o.width<520?140:176}),[p,g]=Ae(-1),y=d*c,x=Math.min(n.total,h*c);_e(()=>{for(let v=Math.floor(y/Wa);v*Wa<x;v++)e(v)},[y,x,n.key]);let m=p>=y&&p<x?p:y,b=v=>{if(!v.target.matches(".result-open")||v.ctrlKey||v.metaKey||v.altKey)return;let E=uu(v.key,m,n.total,c),T=E!==null&&r.current.querySelector(`[data-at="${E}"] .result-open`);T&&(v.preventDefault(),T.focus())},M=[];for(let v=y;v<x;v++)M.push(n.rows[v]||null);return f("div",{class:"cards-space",ref:r,style:{height:`${u*l}px`},children:f("ul",{class:"library-grid",onKeyDown:b,onFocusIn:v=>g(Number(v.target.closest("li")?.dataset.at??-1)),style:{gridTemplateColumns:`repeat(${c}, 1fr)`,transform:`translateY(${d*l}px)`},children:M.map((v,E)=>f("li",{"data-at":y+E,style:{height:`${l-14}px`},children:v?f(g1,{run:v,stop:y+E===m,on:t.includes(v.name),toggle:i,refresh:s}):f("span",{class:"card-gap"})},v?v.name:`gap-${y+E}`))})})}function g1({run:n,on:e,toggle:t,stop:i}){let s=i?0:-1,[r,o]=Ae(n.stars);_e(()=>o(n.stars),[n.stars]);let a=Oo.value.get(n.name);_e(()=>{a&&o(a.stars)},[a]);let c=async d=>{let h=r;o(d),await $e(()=>Xt(`${Et(n.name)}/stars`,{stars:d}))||o(h)},l=n.prompt||n.name,u=n.status==="done"?"":dt[n.status]||n.status;return f("article",{class:`result ${e?"selected":""} ${n.status}`,children:[f("button",{type:"button",class:"result-open",tabIndex:s,"aria-label":[Re(dt.open,{prompt:l}),u].filter(Boolean).join(", "),onClick:()=>lt({run:n.name}),children:[f(Ds,{run:n}),u&&f("span",{class:"badge",children:u})]}),f("label",{class:"result-select",children:f("input",{type:"checkbox",checked:e,tabIndex:s,"aria-label":Re(dt.select,{prompt:l}),onChange:()=>t(n.name)})}),f("div",{class:"result-text",children:[f("span",{class:"result-name",title:l,children:l}),f("span",{class:"quiet",title:n.tags.join(", "),children:[js(n.created),ne.prompt[n.preset]||n.preset,...n.tags].join(" \xB7 ")}),f("span",{class:"result-row",children:[f(hu,{small:!0,value:r,onChange:c,stop:i,name:`stars-${n.name}`}),f(Pe,{icon:"sliders",label:ne.inspector.use,bare:!0,small:!0,tabIndex:s,onClick:()=>Mo(n)})]})]})]})}function x1({selected:n,clear:e,done:t}){return f("div",{class:"selection",role:"toolbar","aria-label":Re(dt.selected,{n:n.length}),children:[f("b",{children:Re(dt.selected,{n:n.length})}),f(Pe,{icon:"compare",label:dt.compare,small:!0,disabled:n.length<2||n.length>4,onClick:()=>lt({compare:n.join(",")})}),f(_n,{icon:"tag",label:dt.tag,bare:!1,small:!0,side:"above",children:i=>f("form",{class:"form",onSubmit:async s=>{s.preventDefault();let r=new FormData(s.currentTarget).get("tag");await $e(()=>Xt("/runs/tag",{runs:n,tag:r}))&&(i(),t())},children:[f("label",{children:[f("span",{children:ne.inspector.addTag}),f("input",{name:"tag",type:"text",required:!0,maxLength:32})]}),f(Pe,{kind:"primary",type:"submit",label:dt.tag})]})}),f("a",{class:"button small",href:Qe("/zip",{runs:n.join(",")}),download:!0,children:[f(Rt,{name:"download",size:16}),f("span",{children:dt.zip})]}),f(Pe,{icon:"bin",label:dt.delete,small:!0,onClick:async()=>{await If(n)&&t()}}),f(Pe,{icon:"close",label:dt.clearSelection,bare:!0,small:!0,onClick:e})]})}function _1({onClose:n}){let[e,t]=Ae(null),[i,s]=Ae(!1),r=()=>$e(async()=>t((await St("/bin")).runs));return _e(()=>{r()},[]),e?f(du,{title:dt.bin,onClose:n,footer:e.length>0&&(i?f(je,{children:[f("span",{class:"grow",children:Re(dt.sure,{n:e.length})}),f(Pe,{label:ne.cancel,onClick:()=>s(!1)}),f(Pe,{kind:"danger",icon:"bin",label:dt.purge,onClick:async()=>{await $e(()=>Xt("/bin/purge",{runs:e.map(o=>o.name)})),s(!1),r()}})]}):f(je,{children:[f("span",{class:"grow"}),f(Pe,{icon:"bin",kind:"ghost danger",label:dt.emptyBin,onClick:()=>s(!0)})]})),children:e.length===0?f("p",{class:"quiet",children:dt.binEmpty}):f("ul",{class:"binned",children:e.map(o=>f("li",{children:[f("span",{children:[f("b",{children:o.prompt||o.name}),f("small",{class:"quiet",children:js(o.deleted)})]}),f(Pe,{icon:"undo",label:dt.restore,small:!0,onClick:async()=>{await $e(()=>Xt("/bin/restore",{runs:[o.name]})),$n(`${dt.restore}: ${o.prompt||o.name}`),r()}})]},o.name))})}):null}var zn=ne.settings;function Lf(n){Rr.value=n,localStorage.setItem("bozzetto-theme",n),setTimeout(()=>window.dispatchEvent(new Event("bozzetto-theme")),50)}var X0=n=>n.charAt(0).toUpperCase()+n.slice(1);function q0({models:n,icon:e}){return f("ul",{class:"models",children:n.map(t=>f("li",{class:e==="check"?"":"off",children:[f(Rt,{name:e,size:16}),f("span",{children:[f("b",{children:t.name}),f("small",{children:[X0(t.what),t.why&&!t.available?`. ${X0(t.why)}`:""]})]})]},t.name))})}function $0(){let[n,e]=Ae(null);_e(()=>{$e(async()=>e(await St("/settings")))},[]);let t="Notification"in window&&Notification.permission==="denied";return f("main",{class:"page settings","data-ready":String(!!n),children:[f("h1",{children:zn.title}),f("section",{children:[f("h2",{children:zn.look}),f(Ln,{label:zn.look,value:Rr.value,onChange:Lf,options:["system","light","dark"].map(i=>[i,zn[i]])}),Jt.value&&f("label",{class:"form",children:[f("span",{class:"quiet",children:zn.language}),f("select",{"aria-label":zn.language,value:ne.language,onChange:i=>Lp(i.currentTarget.value),children:Object.entries(Jt.value.languages).map(([i,s])=>f("option",{value:i,lang:i,children:s},i))})]}),"Notification"in window&&f(mi,{label:zn.notify,checked:ko.value,disabled:t,onChange:ju}),t&&f("p",{class:"quiet",children:zn.notifyOff})]}),n&&f(je,{children:[f("section",{children:[f("h2",{children:zn.models}),f(q0,{models:n.models.filter(i=>i.available),icon:"check"}),n.models.some(i=>!i.available)&&f("details",{children:[f("summary",{children:ne.prompt.unavailable}),f(q0,{models:n.models.filter(i=>!i.available),icon:"close"})]})]}),f("section",{children:[f("h2",{children:zn.machine}),f("dl",{class:"facts wide",children:[f("dt",{children:zn.version}),f("dd",{children:n.version}),f("dt",{children:zn.folder}),f("dd",{class:"path",children:n.folder}),f("dt",{children:zn.free}),f("dd",{children:Re(zn.freeText,{disk:n.freeDisk,memory:n.freeMemory})})]}),f("ul",{class:"models checks",children:n.checks.map(i=>f("li",{class:i.ok?"":i.needed?"bad":"off",children:[f(Rt,{name:i.ok?"check":"close",size:16}),f("span",{children:[f("b",{children:i.name})," ",i.result,i.fix&&f("small",{children:i.fix})]})]},i.name))}),f("p",{class:"quiet",children:zn.about})]})]})]})}var Y0=`/* Warm neutral ground, one accent, three sizes of type: small for what accompanies, medium for what is read, large for
   what is looked at. Panels float over the stage. */
.bz {
  --ground: #efebe4; --panel: #fbf9f5; --panel-2: #f3eee6; --ink: #231f1b; --muted: #655c51; --line: #ddd5c8;
  --accent: #a3481a; --accent-ink: #ffffff; --wash: #f5e4d8; --good: #3d6b3a; --bad: #a1261b;
  --shadow: 0 1px 2px rgba(60, 42, 22, .06), 0 8px 28px rgba(60, 42, 22, .10);
  --small: 12.5px; --medium: 14.5px; --large: clamp(22px, 2vw, 30px);
  --display: "Bricolage Grotesque", "Instrument Sans", system-ui, sans-serif;
  --text: "Instrument Sans", system-ui, -apple-system, "Segoe UI", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif;
  position: fixed; inset: 0; z-index: 1000; font: var(--medium)/1.4 var(--text); color: var(--ink);
}
.shell { position: absolute; inset: 0; background: var(--ground); color: var(--ink); overflow: hidden;
  --stage: #efebe4; --stage-edge: #dfd7ca; --stage-ink: #2a241e; }
.shell[data-theme="dark"] {
  --ground: #1a1714; --panel: #25211d; --panel-2: #302a25; --ink: #f1ebe2; --muted: #b8ad9e; --line: #3d362f;
  --accent: #e58f5b; --accent-ink: #1c130d; --wash: #442e20; --good: #9cc79a; --bad: #ff9d8f;
  --shadow: 0 1px 2px rgba(0, 0, 0, .3), 0 10px 34px rgba(0, 0, 0, .38);
  --stage: #2b2621; --stage-edge: #171411; --stage-ink: #efe7db; color-scheme: dark;
}
.shell *, .shell *::before, .shell *::after { box-sizing: border-box; }
/* Of one class's weight, so that every rule below overrules it. */
.shell :where(h1, h2, h3, p, ul, dl, dd, figure, fieldset) { margin: 0; padding: 0; border: 0; }
.shell :where(ul) { list-style: none; }
.shell h1, .shell h2, .shell h3, .welcome-title { font-family: var(--display); font-weight: 600; letter-spacing: -.01em; line-height: 1.15; }
.shell button, .shell input, .shell select, .shell textarea { font: inherit; color: inherit; letter-spacing: inherit; }
.shell button { background: none; border: 0; padding: 0; cursor: pointer; text-align: inherit; }
.shell button:disabled { cursor: default; }
.shell a { color: inherit; }
.shell :focus { outline: none; }
.shell :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.shell h1:focus-visible, .viewport:focus-visible { outline-offset: -3px; }
.hidden { position: absolute !important; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 12px; top: -60px; z-index: 30; padding: 8px 14px; background: var(--panel); border-radius: 8px; }
.skip:focus { top: 8px; }
.grow { flex: 1; }
.quiet { color: var(--muted); font-size: var(--small); }
.problem { color: var(--bad); } .problem.small { font-size: var(--small); overflow-wrap: anywhere; }
.icon { flex: none; display: block; }
.row { display: flex; gap: 8px 14px; flex-wrap: wrap; align-items: center; }
.textlink { color: var(--accent) !important; font-size: var(--small) !important; text-decoration: underline; text-underline-offset: 3px; }

/* Buttons and fields. */
.shell .button { display: inline-flex; align-items: center; justify-content: center; gap: 8px; min-height: 36px; padding: 6px 13px; border-radius: 9px; background: var(--panel-2);
  border: 1px solid var(--line); text-decoration: none; white-space: nowrap; transition: background .12s, border-color .12s, color .12s; }
.shell .button:hover:not(:disabled) { border-color: color-mix(in srgb, var(--ink) 35%, var(--line)); }
.shell .button.bare { padding: 0; width: 36px; background: none; border-color: transparent; }
.shell .button.bare:hover:not(:disabled) { background: var(--panel-2); border-color: transparent; }
.shell .button.small { min-height: 30px; padding: 3px 10px; font-size: var(--small); gap: 6px; }
.shell .button.small.bare { width: 30px; padding: 0; }
.shell .button.primary { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); font-weight: 600; }
.shell .button.primary:hover:not(:disabled) { background: color-mix(in srgb, var(--accent) 86%, var(--ink)); }
.shell .button.ghost { background: none; border-color: transparent; color: var(--muted); }
.shell .button.ghost:hover { color: var(--ink); background: var(--panel-2); }
.shell .button.danger { color: var(--bad); }
.shell .button.block { width: 100%; }
.shell .button:disabled { color: var(--muted); opacity: .62; }
.shell .button.primary:disabled { background: var(--panel-2); border-color: var(--line); color: var(--muted); opacity: 1; }
.shell .button[aria-pressed="true"], .shell .button.active { color: var(--accent); background: var(--wash); }
.shell input[type="text"], .shell input[type="number"], .shell input[type="search"], .shell select { min-height: 34px; padding: 4px 10px; border-radius: 8px; border: 1px solid var(--line);
  background: var(--panel); width: 100%; min-width: 0; }
.shell ::placeholder { color: var(--muted); opacity: 1; }
.shell input[type="range"] { accent-color: var(--accent); width: 100%; height: 24px; margin: 0; }
.shell input[type="checkbox"] { accent-color: var(--accent); width: 17px; height: 17px; margin: 0; flex: none; }
.form { display: grid; gap: 11px; min-width: min(270px, 76vw); }
.form > label:not(.toggle):not(.slider), .fields label { display: grid; gap: 4px; }
.form label > span, .fields label > span, .row > .label { color: var(--muted); font-size: var(--small); }
.form label.toggle > span { color: inherit; font-size: inherit; }
.form .with { display: flex; gap: 4px; }
.toggle { display: inline-flex; align-items: center; gap: 9px; cursor: pointer; min-height: 28px; }
.slider { display: grid; grid-template-columns: 70px 1fr; align-items: center; gap: 8px; }
.segments { display: inline-flex; padding: 2px; gap: 2px; background: var(--panel-2); border-radius: 9px; border: 1px solid var(--line); max-width: 100%; }
.shell .segments button { padding: 4px 11px; border-radius: 7px; min-height: 28px; color: var(--muted); white-space: nowrap; text-align: center; flex: 1; }
.shell .segments.small button { padding: 2px 9px; min-height: 24px; font-size: var(--small); }
.shell .segments button.on { background: var(--panel); color: var(--ink); box-shadow: 0 1px 2px rgba(40, 25, 10, .16); font-weight: 600; }
.shell[data-theme="dark"] .segments button.on { background: #4a4138; }
.chips { display: flex; flex-wrap: wrap; gap: 6px; }
.shell .chip { display: inline-flex; gap: 6px; align-items: center; padding: 4px 11px; min-height: 28px; border-radius: 14px; background: var(--panel); border: 1px solid var(--line); font-size: var(--small); white-space: nowrap; }
.shell button.chip:hover, .shell .chip button:hover { border-color: var(--accent); color: var(--accent); }
.shell .chip.note { color: var(--muted); background: color-mix(in srgb, var(--panel) 80%, transparent); border-style: dashed; }
.shell .chip.note button { color: var(--accent); text-decoration: underline; text-underline-offset: 2px; }
.shell .chip.on { background: var(--wash); border-color: var(--accent); color: var(--accent); font-weight: 600; }
.shell .chip.link { color: var(--accent); }
.ring { flex: none; } .ring-track { stroke: color-mix(in srgb, var(--ink) 14%, transparent); } .ring-value { stroke: var(--accent); transition: stroke-dashoffset .5s; }
.ring.turning { animation: bz-turn 1.6s steps(24) infinite; } .ring.failed .ring-value, .ring.damaged .ring-value { stroke: var(--bad); } .ring.paused .ring-value, .ring.queued .ring-value { stroke: var(--muted); }
.ring.done .ring-value { stroke: var(--good); }
@keyframes bz-turn { to { transform: rotate(360deg); } }
.stars { display: inline-flex; } .shell .stars button { color: color-mix(in srgb, var(--muted) 82%, transparent); padding: 3px; min-width: 24px; min-height: 24px; display: grid; place-items: center; } .shell .stars button.on { color: var(--accent); }
.popover { position: relative; display: inline-flex; }
.popover-panel { position: absolute; z-index: 20; left: 50%; transform: translateX(-50%); top: calc(100% + 8px); padding: 13px; background: var(--panel); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow);
  width: max-content; max-width: min(340px, calc(100vw - 24px)); max-height: min(62vh, 520px); overflow: auto; }
.popover.above .popover-panel { top: auto; bottom: calc(100% + 8px); } .popover.align-start .popover-panel { left: 0; transform: none; } .popover.align-end .popover-panel { left: auto; right: 0; transform: none; }
.choices { display: grid; min-width: 180px; } .shell .choices button { display: flex; align-items: center; gap: 10px; padding: 6px 8px; border-radius: 8px; } .shell .choices button:hover { background: var(--panel-2); } .shell .choices button.on { background: var(--wash); color: var(--accent); font-weight: 600; }
.choices kbd { margin-left: auto; font: var(--small) var(--text); color: var(--muted); }
.swatch { width: 20px; height: 20px; border-radius: 50%; border: 1px solid var(--line); background: #cdbba6; }
.swatch.lit { background: radial-gradient(circle at 35% 30%, #fff4e8, #c98a5e 45%, #5a341d); } .swatch.base { background: #c98a5e; } .swatch.normals { background: conic-gradient(from 30deg, #8080ff, #ff80c0, #80ffb0, #8080ff); }
.swatch.roughness { background: linear-gradient(90deg, #222, #eee); } .swatch.metallic { background: linear-gradient(135deg, #111, #bbb 50%, #222); } .swatch.occlusion { background: radial-gradient(circle at 50% 50%, #fff 30%, #888); }
.swatch.uv { background: conic-gradient(#7aa, #eee 0 25%, #c86 0 50%, #eee 0 75%, #7aa 0); } .swatch.matcap { background: radial-gradient(circle at 36% 30%, #fff3e6, #a3714f 60%, #553526); }
.colours { display: grid; grid-template-columns: repeat(2, minmax(110px, 1fr)); gap: 2px; } .shell .colours button { display: flex; gap: 9px; align-items: center; padding: 5px 8px; border-radius: 8px; } .shell .colours button:hover { background: var(--panel-2); }
.colours i, .palette i { width: 18px; height: 18px; border-radius: 50%; border: 1px solid rgba(0, 0, 0, .22); flex: none; } .palette i.none { background: linear-gradient(135deg, transparent 46%, var(--bad) 46% 54%, transparent 54%); }

.material-panel { display: grid; gap: 10px; width: min(312px, calc(100vw - 52px)); } .material-panel .swatches { max-height: min(44vh, 380px); overflow: auto; }
.swatches h3 { font: 600 13px/1.3 var(--display); color: var(--muted); margin: 12px 0 6px; } .swatches section:first-child h3 { margin-top: 2px; } .swatches ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(66px, 1fr)); gap: 8px 4px; list-style: none; margin: 0; padding: 0; }
.shell .swatch-ball { display: grid; justify-items: center; text-align: center; gap: 5px; width: 100%; padding: 5px 2px; border-radius: 10px; font-size: 12px; line-height: 1.2; overflow-wrap: anywhere; } .shell .swatch-ball:hover { background: var(--panel-2); } .swatch-ball i { width: 46px; height: 46px; border-radius: 50%; background-repeat: no-repeat; box-shadow: inset 0 0 0 1px rgba(0, 0, 0, .08), 0 1px 3px rgba(0, 0, 0, .16); }
.swatches.large ul { grid-template-columns: repeat(auto-fill, minmax(98px, 1fr)); gap: 12px 8px; } .shell .swatches.large .swatch-ball { font: 600 13.5px/1.25 var(--display); padding: 8px 4px; } .swatches.large .swatch-ball i { width: 76px; height: 76px; } .shell .swatches.large .swatch-ball:hover { background: var(--panel); } .swatches.large h3 { font-size: 15px; }

/* Top bar. */
.topbar { position: absolute; z-index: 12; left: 0; right: 0; top: 0; height: 52px; display: flex; align-items: center; gap: 6px; padding: 0 14px; }
.shell .brand { display: flex; align-items: center; gap: 9px; font: 650 19px/1 var(--display); letter-spacing: -.02em; padding: 6px 12px 6px 2px; border-radius: 9px; }
.mark-clay { fill: var(--accent); } .mark-cut { fill: none; stroke: var(--ground); stroke-width: 1.7; stroke-linecap: round; } .mark-stand { stroke: var(--ink); stroke-width: 2; stroke-linecap: round; fill: none; }
.topbar nav { display: flex; gap: 2px; } .shell .topbar nav button { padding: 6px 12px; border-radius: 9px; color: var(--muted); min-height: 36px; } .shell .topbar nav button:hover { color: var(--ink); } .shell .topbar nav button.on { color: var(--ink); font-weight: 600; }
.shell .topbar nav button.on::after { content: ""; display: block; height: 2px; border-radius: 2px; background: var(--accent); margin-top: 2px; }
.shell .making { display: flex; align-items: center; gap: 8px; padding: 4px 12px 4px 6px; border-radius: 18px; background: var(--panel); border: 1px solid var(--line); max-width: 260px; font-size: var(--small); } .making span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }

/* The stage. */
.center { position: absolute; inset: 0; background: radial-gradient(ellipse 75% 70% at 50% 46%, color-mix(in srgb, var(--stage) 62%, #fff8) , var(--stage) 48%, var(--stage-edge) 100%); overflow: hidden; }
.shell[data-theme="dark"] .center { background: radial-gradient(ellipse 70% 66% at 50% 44%, #3d362f, var(--stage) 52%, var(--stage-edge) 100%); }
.center[hidden] { display: none; }
.shell .center.ground-white { background: #fff; --stage-ink: #231f1b; } .shell .center.ground-dark { background: radial-gradient(circle at 50% 45%, #2c2a28, #121110); --stage-ink: #f1ebe2; }
.shell .center.ground-checker { background: repeating-conic-gradient(#d8d3cb 0 25%, #f1ede6 0 50%) 0 0 / 26px 26px; --stage-ink: #231f1b; }
.canvas { position: absolute; inset: 0; } .viewport { position: absolute; inset: 0; cursor: grab; } .viewport:active { cursor: grabbing; } .viewport canvas { position: absolute; display: block; pointer-events: none; }
.field { position: absolute; object-fit: contain; pointer-events: none; filter: drop-shadow(0 14px 18px rgba(30, 18, 8, .16)); }
.field-problem { position: absolute; left: var(--left, 0); right: var(--right, 0); bottom: calc(var(--bottom, 0px) + 8px); text-align: center; color: var(--bad); font-size: var(--small); pointer-events: none; }
.tools { position: absolute; z-index: 8; top: 56px; left: calc(50% + (var(--left, 0px) - var(--right, 0px)) / 2); transform: translateX(-50%); display: flex; padding: 3px; gap: 1px; background: var(--panel); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); }
.labels { position: absolute; inset: 0; pointer-events: none; overflow: hidden; }
.dimension { position: absolute; transform: translate(-50%, -50%); padding: 1px 8px; border-radius: 10px; background: var(--panel); border: 1px solid var(--line); font-size: var(--small); font-variant-numeric: tabular-nums; white-space: nowrap; }
.cell-name { position: absolute; font-size: var(--small); padding: 3px 10px; border-radius: 11px; background: color-mix(in srgb, var(--panel) 88%, transparent); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
/* A layer of its own: it changes with every frame, and what lies beside it does not. */
.gizmo { will-change: transform; position: absolute; right: calc(var(--right, 0px) + 10px); bottom: calc(var(--bottom, 0px) + 2px); overflow: visible; } .gizmo [role="button"] { cursor: pointer; }
.gizmo line { stroke-width: 2; } .gizmo text { font: 600 10px var(--text); fill: #fff; } .axis-x line { stroke: #b8402f; } .axis-x circle { fill: #b8402f; } .axis-y line { stroke: #4a7a3a; } .axis-y circle { fill: #4a7a3a; } .axis-z line { stroke: #3a689c; } .axis-z circle { fill: #3a689c; }
.loading { position: absolute; left: calc(50% + (var(--left, 0px) - var(--right, 0px)) / 2); top: 50%; transform: translate(-50%, -50%); padding: 8px 16px; border-radius: 10px; background: var(--panel); color: var(--muted); animation: bz-late .1s .5s both; }
@keyframes bz-late { from { opacity: 0; } to { opacity: 1; } }
.message, .welcome, .batch, .views { position: absolute; left: var(--left, 0); right: var(--right, 0); top: 56px; bottom: var(--bottom, 0); }
.message { display: flex; flex-direction: column; gap: 14px; align-items: center; justify-content: center; text-align: center; padding: 24px; pointer-events: none; } .message > * { pointer-events: auto; } .message p { max-width: 440px; font: 600 20px/1.3 var(--display); } .message small { display: block; margin-top: 8px; font: var(--medium)/1.4 var(--text); color: var(--muted); overflow-wrap: anywhere; } .message .chips { justify-content: center; max-width: 560px; } .message .chip { font-size: var(--medium); padding: 5px 14px; } .message.low { justify-content: flex-end; } .message.low p { background: var(--panel); border: 1px solid var(--line); box-shadow: var(--shadow); padding: 9px 20px 11px; border-radius: 16px; max-width: min(520px, 100%); font-size: 17px; } .message.low small { margin-top: 3px; font-size: var(--small); max-height: 5.6em; overflow: auto; }
.progress { position: absolute; z-index: 6; left: calc(50% + (var(--left, 0px) - var(--right, 0px)) / 2); top: 62px; transform: translateX(-50%); display: flex; gap: 13px; align-items: center; padding: 7px 20px 7px 8px; border-radius: 32px; background: var(--panel); border: 1px solid var(--line); box-shadow: var(--shadow); max-width: calc(100vw - 32px); }
.progress p { display: grid; line-height: 1.25; } .progress b { font-weight: 600; } .progress small { color: var(--muted); font-size: var(--small); font-variant-numeric: tabular-nums; }
.views { display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 12px; pointer-events: none; padding: 8px 12px; }
.views-grid { display: grid; grid-template-columns: repeat(2, 1fr); gap: 10px; width: min(100%, calc(100vh - var(--bottom, 160px) - 130px), 660px); }
.view { position: relative; display: block; aspect-ratio: 1; border-radius: 14px; background-size: 400% 100%; background-color: color-mix(in srgb, var(--panel) 55%, transparent); transition: opacity .25s; }
.views .view small { position: absolute; left: 10px; bottom: 8px; font-size: var(--small); color: var(--muted); background: color-mix(in srgb, var(--panel) 78%, transparent); border-radius: 9px; padding: 0 8px; } .views.blank .view small { color: var(--muted); background: none; }
.views.dim { top: 126px; } .views.dim .views-grid { width: min(100%, calc(100vh - var(--bottom, 160px) - 180px), 660px); } .views.dim .view { opacity: .82; } .views.stale .view { opacity: .45; } .views figcaption { color: var(--muted); font-size: var(--small); }
.split-line { position: absolute; width: 0; border-left: 2px solid var(--panel); } .split-handle { position: absolute; left: -17px; top: 50%; width: 32px; height: 44px; border-radius: 12px; background: var(--panel); border: 1px solid var(--line); box-shadow: var(--shadow); cursor: ew-resize; touch-action: none; }
.split-handle::after { content: ""; position: absolute; inset: 14px 12px; border-inline: 2px solid var(--muted); } .split-name { position: absolute; top: 8px; font-size: var(--small); background: var(--panel); padding: 1px 10px; border-radius: 10px; } .split-name.left { right: 10px; } .split-name.right { left: 10px; }
.dropping { position: absolute; inset: 12px; z-index: 15; border: 2px dashed var(--accent); border-radius: 16px; display: grid; place-items: center; background: color-mix(in srgb, var(--ground) 82%, transparent); font: 600 22px var(--display); }
.welcome { display: flex; flex-direction: column; align-items: center; justify-content: space-between; gap: 6px; padding: 18px 16px 6px; text-align: center; pointer-events: none; } .welcome > * { pointer-events: auto; } .welcome.inline { position: static; padding: 8vh 16px; gap: 14px; } .welcome.inline .chips { justify-content: center; }
.welcome-title { font-size: var(--large); } .welcome-head .welcome-title { font-size: clamp(30px, 3.2vw, 46px); letter-spacing: -.025em; } .welcome-head .quiet { font-size: var(--medium); margin-top: 6px; }
.welcome-foot { max-width: 100%; } .welcome-foot .chip { font-size: var(--medium); padding: 5px 14px; } .welcome-foot .chip .icon { rotate: 90deg; color: var(--accent); } .welcome-still { width: min(46vh, 80%); }
.shell .welcome-card { text-align: center; border-radius: 18px; padding: 8px; color: var(--muted); font-size: var(--small); } .shell .welcome-card:hover { background: color-mix(in srgb, var(--panel) 60%, transparent); color: var(--ink); } .shell .welcome-card span:last-child { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.examples-grid { display: grid; grid-template-columns: repeat(3, minmax(0, 190px)); gap: 4px 10px; margin-bottom: 14px; max-width: 100%; } .shell .examples-grid .welcome-card { width: 100%; } .welcome-foot .examples-grid { grid-template-columns: repeat(6, minmax(0, 124px)); margin: 0; }
.thumb { position: relative; display: block; aspect-ratio: 1; } .thumb img { width: 100%; height: 100%; object-fit: contain; display: block; transition: opacity .15s; } .thumb img.under { opacity: 0; } .thumb .view { border-radius: 12px; position: absolute; inset: 0; }
.thumb-turn { position: absolute; inset: 0; background-size: 1200% 100%; animation: bz-strip 3.4s steps(12) infinite; } @keyframes bz-strip { to { background-position-x: calc(1200% / 11); } }
.thumb-none { display: grid; place-items: center; height: 100%; color: var(--muted); font-size: var(--small); text-align: center; }
.batch { display: flex; flex-direction: column; gap: 12px; align-items: center; justify-content: center; padding: 6px 16px; } .batch header { text-align: center; }
.batch-grid { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 10px; width: min(100%, calc(100vh - var(--bottom, 160px) - 240px)); min-width: min(100%, 300px); } .batch-grid.n3, .batch-grid.n6, .batch-grid.n8 { grid-template-columns: repeat(3, minmax(0, 1fr)); width: min(100%, calc((100vh - var(--bottom, 160px) - 240px) * 1.4)); } .batch-grid.n8 { grid-template-columns: repeat(4, minmax(0, 1fr)); }
.shell .batch-cell { width: 100%; border-radius: 16px; background: color-mix(in srgb, var(--panel) 72%, transparent); border: 1px solid var(--line); padding: 8px; } .shell .batch-cell:hover { border-color: var(--accent); } .batch-text { display: flex; gap: 8px; align-items: center; font-size: var(--small); min-height: 24px; } .batch-text small { color: var(--muted); margin-left: auto; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; font-size: inherit; }
.differences { position: absolute; z-index: 7; left: calc(var(--left, 0px) + 12px); right: calc(var(--right, 0px) + 12px); bottom: calc(var(--bottom, 0px) - 26px); background: var(--panel); border: 1px solid var(--line); border-radius: 12px; padding: 8px 14px; max-height: 40%; overflow: auto; } .differences summary { cursor: pointer; font-weight: 600; }
.differences table { border-collapse: collapse; width: 100%; font-size: var(--small); margin-top: 6px; } .differences th, .differences td { text-align: left; padding: 4px 12px 4px 0; border-top: 1px solid var(--line); font-weight: 400; overflow-wrap: anywhere; } .differences th[scope="row"] { color: var(--muted); } .differences tr > :first-child { overflow-wrap: normal; }

/* Left: queue and film. */
.strip { position: absolute; z-index: 9; left: 12px; top: 58px; bottom: 12px; width: 212px; display: flex; flex-direction: column; background: var(--panel); border: 1px solid var(--line); border-radius: 16px; box-shadow: var(--shadow); overflow: hidden; }
.strip-scroll { flex: 1; overflow-y: auto; padding: 12px 10px; scrollbar-width: thin; } .strip h2 { font-size: var(--small); font-family: var(--text); color: var(--muted); font-weight: 600; letter-spacing: 0; margin: 2px 4px 8px; display: flex; justify-content: space-between; } .strip h2 small { font-weight: 400; font-size: inherit; } .strip section + section { margin-top: 14px; } .strip-scroll p { padding: 0 4px; }
.strip footer { border-top: 1px solid var(--line); padding: 6px; } .strip footer .button { width: 100%; }
.queue li { position: relative; display: flex; align-items: center; border-radius: 11px; } @media (hover: hover) { .queue li > .button { position: absolute; right: 4px; opacity: 0; background: var(--panel-2) !important; } .queue li > .button:not(:last-child) { right: 36px; } .queue li:hover > .button, .queue li:focus-within > .button { opacity: 1; } } .queue li:hover, .queue li.current { background: var(--panel-2); } .shell .queue-open { flex: 1; min-width: 0; display: flex; gap: 10px; align-items: center; padding: 7px 4px 7px 8px; } .queue-text { min-width: 0; display: grid; line-height: 1.25; } .queue-text b { font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .queue-text small { color: var(--muted); font-size: var(--small); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.film { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 6px; } .shell .shot { width: 100%; border-radius: 12px; padding: 4px 4px 6px; border: 1.5px solid transparent; } .shell .shot:hover { background: var(--panel-2); } .shell .shot.current { border-color: var(--accent); background: var(--wash); } .shot-name, .shot-when { display: block; font-size: 12px; line-height: 1.3; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; padding: 0 3px; } .shot-when { color: var(--muted); } .shot.failed .shot-when, .shot.damaged .shot-when { color: var(--bad); }

/* Right: the inspector. */
.inspector { position: absolute; z-index: 9; right: 12px; top: 58px; bottom: 12px; width: 304px; display: flex; flex-direction: column; gap: 12px; padding: 16px; background: var(--panel); border: 1px solid var(--line); border-radius: 16px; box-shadow: var(--shadow); }
.shell:not(.inspected) .inspector { display: none; }
.inspector-head { display: grid; gap: 3px; justify-items: start; } .inspector-head h2 { font-size: 21px; overflow-wrap: anywhere; max-height: 4.6em; overflow: hidden; } .inspector-head .stars { margin-left: -3px; }
.actions { display: grid; grid-template-columns: 1fr 1fr; gap: 6px; } .inspector > .textlink { justify-self: start; align-self: flex-start; }
.actions .button { justify-content: flex-start; padding: 6px 10px; width: 100%; min-width: 0; font-size: 13.5px; } .actions .popover { min-width: 0; } .actions .popover-panel .button { justify-content: center; font-size: inherit; } .actions .button span { overflow: hidden; text-overflow: ellipsis; }
.inspector-scroll { flex: 1; overflow-y: auto; margin: 0 -16px -16px; padding: 2px 16px 16px; display: flex; flex-direction: column; gap: 14px; scrollbar-width: thin; } .inspector-scroll > * { flex: none; } .inspector h3, .page h3 { font-size: var(--small); font-family: var(--text); color: var(--muted); letter-spacing: 0; margin-bottom: 6px; }
.facts { display: grid; grid-template-columns: auto 1fr; gap: 5px 14px; font-size: 13.5px; } .facts dt { color: var(--muted); } .facts dd { text-align: right; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; } .facts.wide dd { text-align: left; } .path { overflow-wrap: anywhere; }
.tags { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; } .tag { display: inline-flex; align-items: center; gap: 4px; padding: 2px 4px 2px 11px; background: var(--panel-2); border: 1px solid var(--line); border-radius: 13px; font-size: var(--small); } .shell .tag button { padding: 6px; margin: -2px; } .shell .tags input { flex: 1; min-width: 90px; min-height: 28px; border-color: transparent; background: none; padding: 2px 4px; font-size: var(--small); }
.stills { display: grid; grid-template-columns: repeat(4, 1fr); gap: 5px; } .stills img { width: 100%; border-radius: 8px; background: var(--panel-2); display: block; } .history img { width: 100%; border-radius: 10px; display: block; background: var(--panel-2); } .history input { margin-top: 4px !important; }
.files li + li { border-top: 1px solid var(--line); } .files a { display: flex; gap: 9px; align-items: center; padding: 7px 2px; text-decoration: none; font-size: 13.5px; } .files a:hover { color: var(--accent); } .files span { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .files small { color: var(--muted); font-size: var(--small); }
.advanced summary, .form summary { cursor: pointer; color: var(--muted); font-size: var(--small); } .advanced[open] { display: grid; gap: 12px; } .chart figcaption { display: flex; justify-content: space-between; font-size: var(--small); color: var(--muted); margin: 8px 0 3px; } .chart b { color: var(--ink); font-weight: 600; } .chart svg { width: 100%; height: 74px; background: var(--panel-2); border-radius: 8px; display: block; } .chart polyline { fill: none; stroke: var(--accent); stroke-width: 1.6; vector-effect: non-scaling-stroke; }
.state { font-weight: 600; } .state small { display: block; font-weight: 400; color: var(--muted); font-size: var(--small); overflow-wrap: anywhere; } .nothing { margin: auto; text-align: center; }

/* Bottom: the prompt. */
.promptbar { position: absolute; z-index: 10; left: calc(50% + (var(--left, 0px) - var(--right, 0px)) / 2); bottom: 14px; transform: translateX(-50%); width: min(720px, calc(100vw - var(--left, 0px) - var(--right, 0px) - 40px)); display: grid; gap: 9px; pointer-events: none; } .promptbar > * { pointer-events: auto; }
.promptbar .chips { justify-content: center; min-height: 28px; max-height: 30px; overflow: hidden; pointer-events: none; } .promptbar .chips > * { pointer-events: auto; box-shadow: 0 1px 3px rgba(50, 32, 12, .06); }
.promptbox { background: var(--panel); border: 1px solid var(--line); border-radius: 18px; box-shadow: var(--shadow); padding: 12px 12px 10px 18px; } .promptbox:focus-within { border-color: color-mix(in srgb, var(--accent) 60%, var(--line)); }
.shell .promptbox textarea { display: block; width: 100%; border: 0; background: none; resize: none; padding: 2px 0 8px; font-size: 18px; line-height: 1.35; overflow-y: auto; } .shell .promptbox textarea:focus-visible { outline: none; }
.promptrow { display: flex; align-items: center; gap: 8px; } .count { display: inline-flex; align-items: center; gap: 2px; color: var(--muted); } .shell .count select { border: 0; background: none; padding: 2px 4px; min-height: 28px; width: auto; font-size: var(--small); color: var(--ink); } .shell .count select option { background: var(--panel); }
.promptline { flex: 1; min-width: 0; text-align: right; color: var(--muted); font-size: var(--small); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .promptline.problem { color: var(--bad); white-space: normal; max-height: 3em; }
.promptrow .primary { min-width: 92px; flex-direction: row-reverse; }

/* Pages. */
.page { position: absolute; inset: 52px 0 0; overflow-y: auto; padding: 18px clamp(16px, 3.4vw, 56px) 60px; scrollbar-width: thin; } .page h1 { font-size: var(--large); margin-bottom: 12px; } .lead { font-size: 16px; color: var(--muted); max-width: 62ch; margin-bottom: 14px !important; }
.filters { display: flex; flex-wrap: wrap; gap: 10px; align-items: center; margin-bottom: 12px; } .shell .filters select { width: auto; } .searchbox { position: relative; flex: 0 1 300px; min-width: 200px; } .searchbox .icon { position: absolute; left: 11px; top: 9px; color: var(--muted); } .shell .searchbox input { padding-left: 34px; }
.collections { display: flex; flex-wrap: wrap; gap: 6px; margin-bottom: 10px; } .count-line { display: flex; gap: 12px; margin-bottom: 10px !important; min-height: 18px; } .message-line { padding: 40px 0 !important; text-align: center; color: var(--muted); }
.cards-space { position: relative; } .library-grid { position: absolute; inset: 0 0 auto; display: grid; gap: 14px; } .library-grid li { min-width: 0; }
.result { position: relative; height: 100%; display: flex; flex-direction: column; border-radius: 16px; } .shell .result-open { position: relative; display: block; border-radius: 16px; background: radial-gradient(ellipse at 50% 42%, color-mix(in srgb, var(--panel) 92%, #fff), color-mix(in srgb, var(--panel) 70%, var(--ground))); border: 1px solid transparent; overflow: hidden; } .shell .result-open:hover { border-color: var(--accent); } .result.selected .result-open { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
.badge { position: absolute; left: 10px; bottom: 10px; font-size: 12px; padding: 1px 9px; border-radius: 10px; background: var(--ink); color: var(--ground); } .result-select { position: absolute; right: 6px; top: 6px; padding: 6px; opacity: 0; transition: opacity .12s; } .result:hover .result-select, .result-select:focus-within, .result.selected .result-select { opacity: 1; } @media (hover: none) { .result-select { opacity: 1; } }
.result-text { display: grid; padding: 7px 4px 0; line-height: 1.3; min-width: 0; } .result-text > span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .result-name { font-weight: 600; } .result-row { display: flex; justify-content: space-between; align-items: center; margin-left: -3px; }
.card-gap { display: block; aspect-ratio: 1; border-radius: 16px; background: color-mix(in srgb, var(--panel) 60%, transparent); }
.selection { position: fixed; z-index: 14; left: 50%; bottom: 20px; transform: translateX(-50%); display: flex; gap: 8px; align-items: center; padding: 8px 10px 8px 18px; background: var(--panel); border: 1px solid var(--line); border-radius: 16px; box-shadow: var(--shadow); } .selection b { white-space: nowrap; }
.binned li { display: flex; gap: 12px; align-items: center; justify-content: space-between; padding: 8px 0; } .binned li + li { border-top: 1px solid var(--line); } .binned b { display: block; font-weight: 600; overflow-wrap: anywhere; }
.words .examples { margin-bottom: 16px; } .palette { display: flex; flex-wrap: wrap; gap: 4px; } .shell .palette button { display: inline-flex; gap: 7px; align-items: center; padding: 4px 10px 4px 5px; border-radius: 15px; font-size: var(--small); border: 1px solid transparent; min-height: 28px; } .shell .palette button:hover { background: var(--panel); } .shell .palette button.on { background: var(--wash); border-color: var(--accent); color: var(--accent); font-weight: 600; }
.kinds { margin: 2px 0 6px; } .shell .kinds .chip small { color: var(--muted); font-size: 11.5px; font-variant-numeric: tabular-nums; } .shell .kinds .chip.on small { color: inherit; } .word-kind h2 { font-size: 20px; margin: 26px 0 4px; }
.word-grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(148px, 1fr)); gap: 16px 12px; margin-top: 8px; } .word-grid li { content-visibility: auto; contain-intrinsic-size: auto 204px; }
.shell .word { display: block; width: 100%; text-align: center; } .word-picture { display: block; aspect-ratio: 1; border-radius: 18px; overflow: hidden; background: radial-gradient(ellipse at 50% 42%, color-mix(in srgb, var(--panel) 92%, #fff), color-mix(in srgb, var(--panel) 70%, var(--ground))); transition: transform .18s; } .word-picture img { width: 100%; height: 100%; object-fit: cover; display: block; } .word:hover .word-picture { transform: translateY(-3px); } .word-picture.pending { background: linear-gradient(150deg, var(--panel), var(--panel-2)); }
.word-name { display: block; margin-top: 7px; font: 600 15px/1.25 var(--display); } .word-aliases { display: block; font-size: 12px; color: var(--muted); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.settings { max-width: 860px; margin: 0 auto; } .settings section { display: grid; gap: 12px; padding: 18px 0; border-top: 1px solid var(--line); justify-items: start; } .settings h2 { font-size: 18px; } .settings summary { cursor: pointer; color: var(--muted); font-size: var(--small); } .settings details[open] summary { margin-bottom: 10px; } .models { display: grid; gap: 9px; font-size: 13.5px; } .models li { display: flex; gap: 9px; } .models .icon { color: var(--good); margin-top: 2px; } .models .off .icon { color: var(--muted); } .models .bad .icon { color: var(--bad); } .models small { display: block; color: var(--muted); font-size: var(--small); overflow-wrap: anywhere; } .form .models { max-height: 200px; overflow: auto; margin-top: 8px; font-size: var(--small); } .form .models li { display: block; }

/* A file that was opened. */
.opened-picture { position: absolute; inset: 60px calc(var(--right, 0px) + 24px) 150px calc(var(--left, 0px) + 24px); width: auto; height: auto; max-width: calc(100% - var(--left, 0px) - var(--right, 0px) - 48px); max-height: calc(100% - 210px); margin: auto; object-fit: contain; border-radius: 12px; }
.teach { display: grid; gap: 10px; } .teach figure { margin: 10px 0; } .teach figure img { display: block; width: 100%; max-height: 220px; object-fit: contain; border-radius: 8px; background: repeating-conic-gradient(var(--panel-2) 0 25%, var(--panel) 0 50%) 0 0 / 16px 16px; }

/* Dialogs and messages. */
.shell dialog { border: 1px solid var(--line); border-radius: 18px; padding: 0; background: var(--panel); color: var(--ink); box-shadow: var(--shadow); width: min(460px, calc(100vw - 24px)); max-height: calc(100vh - 32px); overflow: hidden; } .shell dialog.wide { width: min(720px, calc(100vw - 24px)); } .shell dialog::backdrop { background: rgba(25, 18, 10, .45); }
.dialog-body { display: flex; flex-direction: column; max-height: calc(100vh - 34px); } .dialog-body header { display: flex; align-items: center; justify-content: space-between; padding: 14px 14px 10px 20px; } .dialog-body h2 { font-size: 20px; overflow-wrap: anywhere; } .dialog-content { overflow: auto; padding: 4px 20px 18px; } .dialog-body footer { display: flex; gap: 12px; align-items: center; border-top: 1px solid var(--line); padding: 12px 20px; }
.export { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; } .export .row > * { min-width: 0; } .export .segments { overflow-x: auto; scrollbar-width: none; } .export legend { font-size: var(--small); color: var(--muted); font-weight: 600; margin-bottom: 6px; padding: 0; } .export fieldset { display: grid; gap: 8px; min-width: 0; } .cards { display: flex; flex-wrap: wrap; gap: 6px; } .shell .card { padding: 8px 13px; border-radius: 11px; border: 1px solid var(--line); background: var(--panel-2); } .shell .card:hover { border-color: color-mix(in srgb, var(--ink) 40%, var(--line)); } .shell .card.on { border-color: var(--accent); background: var(--wash); color: var(--accent); } .shell .card.implied { border-style: dashed; border-color: var(--accent); } .cards.formats { display: grid; grid-template-columns: repeat(auto-fill, minmax(148px, 1fr)); } .card b { display: block; } .card small { font-size: 12px; color: var(--muted); } .fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(132px, 1fr)); gap: 10px; }
.toasts { position: absolute; z-index: 25; right: 14px; top: 60px; display: grid; gap: 8px; justify-items: end; pointer-events: none; } .view-make .toasts { top: 122px; right: calc(var(--right, 0px) + 14px); } .toast { pointer-events: auto; display: flex; gap: 10px; align-items: center; padding: 8px 8px 8px 16px; max-width: min(420px, calc(100vw - 28px)); background: var(--ink); color: var(--ground); border-radius: 13px; box-shadow: var(--shadow); overflow-wrap: anywhere; } .shell .toast .button { background: none; border-color: color-mix(in srgb, var(--ground) 40%, transparent); color: inherit; } .shell .toast .button.bare { border-color: transparent; } .toast.error { background: #7d1d14; color: #fff; }
.offline { position: absolute; z-index: 26; left: 50%; top: 8px; transform: translateX(-50%); background: #7d1d14; color: #fff; padding: 6px 16px !important; border-radius: 12px; font-size: var(--small); animation: bz-late .1s 2s both; }
.tabs { display: none; }

/* Between: the inspector narrower, the film in one column. */
@media (max-width: 1180px) and (min-width: 720px) {
  .strip { width: 116px; } .film { grid-template-columns: minmax(0, 1fr); } .strip h2 small, .queue-text small, .queue .button { display: none; } .strip footer .button span { display: none; } .inspector { width: 268px; } .queue .ring { width: 20px; height: 20px; }
  .tools .button.bare { width: 32px; } .shell .actions { grid-template-columns: 1fr; gap: 4px; } .actions .button { min-height: 32px; } .promptrow .segments button { padding: 2px 6px; }
}
@media (max-width: 900px) and (min-width: 720px) { .inspector { width: 226px; } .promptline { display: none; } .promptrow { justify-content: space-between; } }

/* A phone: the viewer on top, the prompt fixed below, tabs at the bottom. */
@media (max-width: 719px) {
  .topbar { height: 46px; padding: 0 8px; } .topbar nav { display: none; } .shell .making { max-width: 150px; }
  .tabs { position: absolute; z-index: 13; left: 0; right: 0; bottom: 0; height: 56px; display: flex; background: var(--panel); border-top: 1px solid var(--line); padding-bottom: env(safe-area-inset-bottom); }
  .shell .tabs button { flex: 1; display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 1px; font-size: 11px; color: var(--muted); position: relative; } .shell .tabs button.on { color: var(--accent); font-weight: 600; } .shell .tabs button:disabled { opacity: .55; } .tabs small { position: absolute; top: 4px; left: calc(50% + 8px); min-width: 16px; text-align: center; font-size: 10.5px; line-height: 16px; background: var(--accent); color: var(--accent-ink); border-radius: 8px; }
  .center { bottom: 56px; } .promptbar { left: 8px; right: 8px; bottom: 64px; width: auto; transform: none; } .promptbar .chips { flex-wrap: nowrap; overflow-x: auto; justify-content: flex-start; scrollbar-width: none; } .promptbox { padding: 9px 9px 8px 14px; border-radius: 16px; } .promptrow { gap: 4px; flex-wrap: wrap; } .promptline { order: 9; flex-basis: 100%; text-align: left; } .shell .promptbox textarea { font-size: 17px; padding-bottom: 4px; } .promptrow .primary { margin-left: auto; min-width: 42px; width: 42px; min-height: 36px; padding: 0; position: relative; } .promptrow .primary span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } .promptrow > .popover .button.small { font-size: 0; gap: 0; width: 32px; padding: 0; } .promptrow .count .icon { display: none; } .promptrow .segments button { padding: 2px 6px; }
  .tools { top: 48px; left: 8px; right: 8px; transform: none; overflow-x: auto; scrollbar-width: none; justify-content: flex-start; } .tools .popover { position: static; } .tools .popover-panel, .tools .popover.align-start .popover-panel { position: fixed; left: 8px; right: 8px; top: 100px; transform: none; width: auto; max-width: none; } .tools .button.bare { width: 34px; flex: none; }
  .strip, .inspector { left: 0; right: 0; top: auto; bottom: 56px; width: auto; height: 56%; border-radius: 18px 18px 0 0; border-width: 1px 0 0; display: none; z-index: 11; } .shell.panel-queue .strip { display: flex; } .shell.panel-details.inspected .inspector { display: flex; } .shell.panel-queue .promptbar, .shell.panel-details.inspected .promptbar { display: none; } .shell.panel-queue .center, .shell.panel-details.inspected .center { bottom: calc(56px + 55.5%); } .film { grid-template-columns: repeat(4, minmax(0, 1fr)); }
  .promptrow .popover, .inspector .popover { position: static; } .popover.above .popover-panel { left: 0; right: 0; bottom: calc(100% + 6px); transform: none; width: auto; max-width: none; } .material-panel { width: auto; }
  .inspector .popover-panel, .inspector .popover.align-start .popover-panel, .inspector .popover.align-end .popover-panel { position: fixed; inset: auto 8px 64px; transform: none; width: auto; max-width: none; max-height: calc(100dvh - 130px); } .inspector .material-panel .swatches { max-height: 40vh; }
  .inspector { overflow-y: auto; } .inspector-scroll { overflow: visible; flex: none; } .progress { top: 52px; padding: 4px 14px 4px 5px; width: max-content; } .gizmo { scale: .8; transform-origin: 100% 100%; }
  .message, .welcome, .batch, .views { top: 50px; } .views.dim { top: 108px; } .views.dim .views-grid { width: min(100%, calc(100vh - var(--bottom, 160px) - 200px)); } .page { inset: 46px 0 56px; padding: 12px 14px 40px; } .selection { bottom: 68px; width: calc(100vw - 16px); flex-wrap: wrap; justify-content: center; } .word-grid { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 12px 8px; } .word-name { font-size: 13.5px; } .choices { grid-template-columns: 1fr 1fr; } .choices kbd { display: none; } .cards.formats, .fields { grid-template-columns: 1fr 1fr; } .words .examples { flex-wrap: nowrap; overflow-x: auto; scrollbar-width: none; margin: 0 -14px 12px; padding: 0 14px; } .words .examples .chip { flex: none; } .palette { flex-wrap: nowrap; overflow-x: auto; scrollbar-width: none; margin: 0 -14px; padding: 0 14px; } .shell .palette button { flex: none; } .collections, .kinds { flex-wrap: nowrap; overflow-x: auto; scrollbar-width: none; } .kinds { margin: 0 -14px 4px; padding: 0 14px; } .kinds .chip { flex: none; } .searchbox { flex: 1 1 100%; }
  .views-grid { width: min(100%, calc(100vh - var(--bottom, 160px) - 150px)); gap: 6px; } .welcome { padding: 8px 8px 2px; } .welcome-foot { width: 100%; } .welcome-foot .examples-grid { display: flex; overflow-x: auto; scrollbar-width: none; } .shell .welcome-foot .welcome-card { flex: none; width: 92px; padding: 4px; } .welcome-foot .chip { margin: auto; } .toasts, .view-make .toasts { left: 8px; right: 8px; top: 102px; justify-items: stretch; } .batch-grid.n6, .batch-grid.n8 { grid-template-columns: repeat(2, minmax(0, 1fr)); } .batch { overflow-y: auto; justify-content: flex-start; }
}
@media (min-width: 1900px) { .strip { width: 268px; } .inspector { width: 352px; } .film { grid-template-columns: repeat(2, minmax(0, 1fr)); } .promptbar { max-width: 820px; width: 820px; } }
@media (max-height: 560px) { .promptbar .chips { display: none; } }
@media (prefers-reduced-motion: reduce) { .shell *, .shell *::before, .shell *::after { animation-duration: 0s !important; animation-iteration-count: 1 !important; transition: none !important; } .thumb-turn { animation: none; } .ring.turning { animation: none; } }
.shell:fullscreen, .center:fullscreen { width: 100vw; height: 100vh; }
`;var K0={animals:`
    alpaca, ankylosaurus, ant, arctic fox, armadillo, axolotl, bactrian camel, badger, bat, bear, beaver, bee,
    beetle, bird, bison, black bear, black panther, blowfish, bluebird, boar, bull, bulldog, butterfly, camel,
    canary, cat, caterpillar, centipede, chameleon, cheetah, chick, chicken, chimpanzee, chipmunk, clam,
    clownfish, cobra, cockatoo, corgi, cougar, cow, coyote, crab, crocodile, crow, dachshund, deer, dodo, dog,
    dolphin, donkey, dove, dragon, dragonfly, duck, eagle, elephant, emu, fish, flamingo, flying eagle, fox, frog,
    gazelle, giraffe, goat, goldfish, goose, gorilla, grasshopper, griffin, guinea pig, hammerhead shark, hamster,
    hare, hawk, hedgehog, hen, hermit crab, heron, hippopotamus, horse, hummingbird, husky, hydra, hyena, iguana,
    jellyfish, kangaroo, kingfisher, kitten, kiwi bird, koala, koi, ladybug, lamb, lemur, leopard, lion, lioness,
    lizard, llama, lobster, lynx, magpie, mammoth, manatee, meerkat, monkey, moose, mosquito, moth, mouse,
    narwhal, octopus, orangutan, orca, ostrich, otter, owl, ox, panda, parrot, peacock, pegasus, pelican, penguin,
    phoenix, pig, pigeon, platypus, plesiosaur, polar bear, pony, poodle, porcupine, praying mantis, pterodactyl,
    pufferfish, puffin, puppy, rabbit, raccoon, ram, rat, red panda, reindeer, rhinoceros, robin, rooster,
    sauropod, scorpion, sea turtle, sea urchin, seagull, seahorse, seal, shark, sheep, shrimp, siamese cat, skunk,
    sloth, snail, snake, snow leopard, sparrow, sperm whale, spider, spinosaurus, squid, squirrel, stag, starfish,
    stegosaurus, stingray, stork, swan, swordfish, t rex, tiger, toad, toucan, triceratops, tropical fish, turkey,
    turtle, unicorn, velociraptor, vulture, walrus, wasp, water buffalo, weasel, whale, white duck, wolf,
    woodpecker, worm, yak, zebra
  `,people:`
    alien, angel, astronaut, ballerina, boxer, boy, centaur, chef, clown, cowboy, cyclops, doctor, dwarf, elf,
    fairy, farmer, firefighter, gargoyle, ghost, girl, gnome, goblin, golem, king, knight, man, mannequin,
    mermaid, minotaur, monk, mummy, musketeer, ninja, nurse, ogre, orc, pharaoh, pirate, police officer, princess,
    queen, samurai, santa claus, scarecrow, sitting man, sitting woman, skeleton, snowman, soldier, space invader,
    space marine, superhero, troll, vampire, viking, werewolf, witch, wizard, woman, yeti, zombie
  `,plants:`
    acorn, aloe, apple tree, autumn tree, bamboo, beech, birch, blossom tree, bonsai tree, bouquet, bush, cactus,
    cattail, cherry blossom tree, christmas tree, clover, coconut tree, cypress, daffodil, daisy, dandelion, dead
    tree, fern, ficus, fir tree, flower box, hay bale, hedge, hibiscus, japanese maple, lavender, leafy plant,
    lily, lotus, lucky bamboo, maple leaf, oak tree, orange tree, orchid, palm, palm tree, peace lily, pine tree,
    pinecone, poppy, potted plant, rose, seedling, snowy fir tree, snowy pine, spider plant, succulent, sunflower,
    tree, tree stump, tulip, tulips, venus flytrap, wheat, willow, wreath, yucca
  `,food:`
    apple, apples, artichoke, asparagus, avocado, bacon, bagel, baguette, banana, bananas, beetroot, bell pepper,
    birthday cake, blueberries, bread, broccoli, bubble tea, burrito, butter, cabbage, cake, candy, candy cane,
    carrot, cauliflower, celery, cheese, cheesecake, cherries, chestnut, chili pepper, chocolate bar, coconut,
    cookie, corn, croissant, cucumber, cupcake, custard, doughnut, dragon fruit, drumstick, dumpling, egg,
    eggplant, fig, fortune cookie, french fries, fried egg, garlic, ginger, gingerbread man, grapefruit, grapes,
    ham, hamburger, hot dog, ice cream, jelly, juice box, kebab, kiwi, leek, lemon, lettuce, lime, lollipop,
    macaron, mango, melon, milk carton, milkshake, muffin, mushroom, olive, onion, pancakes, papaya, pea pod,
    peach, peanut, pear, pie, pineapple, pizza, plum, pomegranate, popcorn, potato, pretzel, pumpkin, radish,
    ramen, raspberry, rice ball, roasted chicken, salad, sandwich, sausage, slice of cake, slice of pizza, slice
    of watermelon, soda can, soup, spaghetti, spring roll, steak, strawberry, sushi, sweet potato, taco,
    tangerine, tomato, turnip, waffle, walnut, watermelon, zucchini
  `,vehicles:`
    aircraft carrier, airliner, ambulance, beetle car, bicycle, biplane, bulldozer, bus, canoe, car, cargo ship,
    carriage, chariot, convertible, covered wagon, cruise ship, delivery van, drone, dump truck, fighter jet, fire
    truck, forklift, glider, go kart, golf cart, gondola, hang glider, hatchback, helicopter, hot air balloon,
    hovercraft, jeep, jet ski, jetpack, kayak, kick scooter, life buoy, limousine, lunar lander, mars rover,
    monster truck, motor scooter, motorcycle, parachute, pickup truck, pirate ship, police car, racing car, raft,
    rickshaw, rocket, rowboat, saddle, sailboat, satellite, school bus, seaplane, semi trailer, semi truck, ship,
    shipping container, sled, sleigh, smart car, snowplow, space shuttle, space station, spaceship, sports car,
    steam locomotive, steamroller, stroller, submarine, supercar, suv, tank, taxi, tractor, tram, tricycle, truck,
    tugboat, ufo, van, viking ship, wheelchair, yacht, zeppelin
  `,buildings:`
    barber pole, barn, big ben, birdhouse, bridge, bus stop, carousel, castle, cathedral, chimney, church, circus
    tent, colosseum, column, cooling tower, cottage, diving board, dog house, eiffel tower, electricity pylon,
    elevator, escalator, exit sign, factory, fence, ferris wheel, fire hydrant, fountain, garden shed, gas pump,
    gate, gazebo, gingerbread house, gravestone, greenhouse, hobbit hole, hospital, house, hut, igloo, japanese
    castle, lamppost, leaning tower of pisa, lighthouse, log cabin, market stall, moai, mosque, mushroom house,
    obelisk, oil rig, pagoda, palace, portcullis, pyramid, roller coaster, sandcastle, school, siege tower,
    signpost, silo, skyscraper, sphinx, spiral staircase, statue, statue of liberty, stone arch, stone wall,
    stonehenge, stop sign, street sign, swimming pool, taj mahal, telephone booth, temple, tent, tipi, torii,
    totem pole, tower, traffic light, train station, tree house, triumphal arch, watchtower, water tower, well,
    wind turbine, windmill, yurt
  `,furniture:`
    air mattress, armchair, bar stool, bean bag, bed, bench, bistro chair, blanket, bookcase, bunk bed, cafe
    chair, candle, carpet, ceiling lamp, chair, chandelier, changing table, chest, chesterfield sofa, coffee
    table, corner sofa, cradle, crib, cuckoo clock, cupboard, curtain, day bed, deck chair, desk, desk lamp, door,
    doormat, double door, drawer cabinet, dresser, dressing table, filing cabinet, fireplace, flashlight, floor
    lamp, folding chair, folding screen, garage door, hammock, hanging lantern, high chair, hospital bed, iron
    bed, jack o lantern, japanese lantern, kitchen cabinet, kitchen island, lamp, lantern, lava lamp, light bulb,
    locker, loft bed, lounge chair, mattress, mirror, nightstand, office chair, pendant lamp, picture frame,
    pillow, rattan chair, round table, school chair, shelves, shelving unit, sleeping bag, sofa, step stool, stone
    lantern, stool, sun lounger, table, table lamp, tablecloth, throne, torch, towel rack, trestle table, tv
    stand, vanity, wall clock, wall lamp, wardrobe, whiteboard, window, workbench
  `,home:`
    air conditioner, amphora, aquarium, ashtray, baby bottle, ball of yarn, barrel, basket, bathroom scale,
    bathtub, beaker, beer bottle, beer mug, bidet, birdcage, blender, bowl, bread box, broom, bucket, candle
    holder, candlestick, cardboard box, cauldron, ceiling fan, chopsticks, cigar, cleaver, coat hanger, cocktail
    glass, coffee cup, coffee machine, coffee maker, coffin, colander, comb, cooking pot, cooktop, cooler,
    corkscrew, crate, cutting board, deep fryer, doorknob, dreamcatcher, drinking glass, dryer, dumpster, dustpan,
    espresso machine, fan, faucet, flask, folded umbrella, fork, freezer, french press, fruit bowl, frying pan,
    gift box, goblet, grater, hair dryer, hairbrush, honey pot, hot tub, iron, ironing board, jam jar, jerrycan,
    jug, juicer, ketchup bottle, kettle, kitchen knife, kitchen scale, kitchen sink, knife block, knife rack,
    ladle, laundry basket, lighter, lipstick, lunch box, mailbox, match, measuring cup, medicine bottle, medicine
    box, microwave, moka pot, money bag, mop, mortar and pestle, mousetrap, mug, oil cruet, open box, oven,
    pallet, paper towel roll, pedal bin, pepper shaker, perfume bottle, piggy bank, pizza cutter, place setting,
    plastic bottle, plastic cup, plate, plunger, pot, potion, potty, power outlet, radiator, range hood, razor,
    recycling bin, refrigerator, ribbon, rice cooker, rolling pin, safe, salt shaker, sandwich maker, sewing
    machine, shopping cart, shower, snow globe, soap, soap dispenser, soda cup, spatula, spice rack, sponge, spool
    of thread, spoon, spray bottle, stand mixer, sugar bowl, teacup, teapot, thermos, tin can, toaster, toaster
    oven, toilet, toilet brush, toilet paper, toothbrush, toothpaste, towel, trash can, tray, treasure chest,
    umbrella, urinal, urn, vacuum cleaner, vase, vase of flowers, washbasin, washing machine, water cooler, water
    heater, watering can, whisk, wine bottle, wine glass, wok, wood stove
  `,clothing:`
    apron, backpack, belt, beret, boot, bow tie, bracelet, breastplate, briefcase, cap, cowboy hat, crown, dress,
    dress shoes, eyeglasses, flip flops, football helmet, gas mask, gauntlet, glove, graduation cap, handbag, hat,
    helmet, high heels, hoodie, jeans, kimono, knight helmet, mask, medal, necklace, party hat, pirate hat, rain
    boots, ring, sandal, scarf, shorts, skirt, slippers, sneakers, socks, sombrero, suit jacket, suitcase,
    sunglasses, sweater, t shirt, tiara, tie, top hat, trunk, vest, watch, wizard hat
  `,tools:`
    ammo box, anchor, angle grinder, anvil, arrow, axe, ballista, battering ram, binoculars, bolt, bolt cutters,
    bomb, boomerang, bow, cannon, cannonball stack, catapult, chain, chainsaw, chisel, clipboard, compass, crayon,
    crossbow, dagger, drill, dynamite, easel, eraser, fire extinguisher, flail, gear, generator, grenade, halberd,
    hammer, hand plane, hoe, hook, horseshoe, hose reel, jackhammer, katana, key, ladder, lawn mower, lightsaber,
    mace, machine gun, magnet, magnifying glass, marker pen, nail, nunchucks, nut, oil drum, padlock, paint can,
    paint roller, paintbrush, palette, paper clip, pen, pencil, pencil holder, pencil sharpener, pickaxe, pipe,
    pistol, pitchfork, pliers, pulley, push pin, quiver, rake, rapier, ray gun, rifle, rope, ruler, saw, scepter,
    scimitar, scissors, screw, screwdriver, scythe, shield, shotgun, shovel, sickle, spear, spring, stapler,
    stepladder, sword, tape, tape measure, telescope, throwing star, toolbox, torpedo, traffic cone, trebuchet,
    trident, war hammer, wheelbarrow, wizard staff, wrench
  `,play:`
    accordion, american football, arcade machine, archery target, baby doll, bagpipes, balloon, banjo, barbell,
    baseball, baseball bat, baseball glove, basketball, basketball hoop, bell, billiard ball, bowling ball,
    bowling pin, boxing glove, cello, chess bishop, chess king, chess knight, chess pawn, chess queen, chess rook,
    chessboard, clarinet, crystal ball, curling stone, cymbals, dartboard, dice, disco ball, djembe, doll house,
    domino, drum, drum kit, dumbbell, electric guitar, exercise bike, flute, foosball table, french horn, frisbee,
    game console, game controller, golf ball, golf club, gong, grand piano, guitar, gym machine, harmonica, harp,
    hockey stick, ice skate, jack in the box, kettlebell, kite, lego brick, lute, lyre, magic wand, mandolin,
    maracas, metronome, music box, nesting doll, paddling pool, piano keyboard, pinata, pinball machine, ping pong
    paddle, ping pong table, playground, playground slide, pool table, punching bag, puzzle piece, rocking horse,
    roller skate, roulette wheel, rubber duck, rubik's cube, sandbox, saxophone, seesaw, shuttlecock, skateboard,
    skis, slot machine, snowboard, soccer ball, spinning top, spring rider, surfboard, swing set, tambourine,
    teddy bear, tennis ball, tennis racket, toy blocks, toy car, toy robot, toy train, trampoline, treadmill,
    triangle, trombone, trophy, trumpet, tuba, ukulele, upright piano, violin, volleyball, weight bench, whistle,
    xylophone, yo yo
  `,devices:`
    abacus, alarm clock, amplifier, atm, battery, boombox, calculator, camcorder, camera, cash register, cassette,
    cement mixer, circuit board, clapperboard, clock, compact disc, computer, computer mouse, construction crane,
    cordless phone, dome camera, dvd player, excavator, film reel, floppy disk, globe, gramophone, headphones,
    hourglass, jukebox, keyboard, keypad, laptop, light switch, megaphone, microphone, microscope, monitor,
    notebook, parking meter, plug, printer, projector, radio, record player, reflex camera, remote control, robot,
    robot arm, robot dog, router, satellite dish, security camera, sextant, smartphone, smartwatch, solar panel,
    speaker, stereo, stethoscope, sundial, syringe, tablet, telephone, television, test tube, thermometer, tripod,
    typewriter, usb stick, vending machine, vinyl record, vr headset, walkie talkie, weather vane, wheel
  `,nature:`
    asteroid, atom, beehive, bird nest, bone, boulder, brain, campfire, cloud, cone, coral, crescent moon, crystal
    cluster, cube, cylinder, dna, dodecahedron, droplet, feather, fire, gem, geode, heart, hemisphere, hexagonal
    prism, iceberg, icosahedron, island, lightning bolt, logs, moon, mountain, octahedron, planet, poop, prism,
    rainbow, rock, sea shell, skull, snowflake, sphere, star, sun, tetrahedron, tooth, torus, volcano, waterfall
  `},y1=new Map(Object.entries(K0).flatMap(([n,e])=>e.split(",").map(t=>[t.trim().replace(/\s+/g," "),n]))),j0="other",b1=n=>y1.get(n)||j0;function Nf(n){let e=new Map([...Object.keys(K0),j0].map(t=>[t,[]]));for(let t of n)e.get(b1(t.name)).push(t);return[...e].filter(([,t])=>t.length)}var Kt=ne.words,M1=180,S1=700;function Z0(){let n=ke.value,[e,t]=Ae(null),i=Us("[role=radio]"),s=Us("[role=radio]"),r=Us(".word"),o=uf();if(_e(()=>{$e(async()=>t(await St("/words",{colour:n.colour})))},[n.colour]),!e)return f("main",{class:"page words",children:f("h1",{children:Kt.title})});if(!e.total)return f("main",{class:"page words",children:[f("h1",{children:Kt.title}),f("p",{class:"lead",children:Kt.free})]});let a=n.word.trim().toLowerCase(),c=e.objects.filter(p=>!a||[p.name,...p.aliases].some(g=>g.includes(a))),l=Nf(c),u=fu(o?.entries||[],a),d=u.filter(([p])=>!n.kind||n.kind===p),h=n.kind?l.filter(([p])=>p===n.kind):a&&c.length?[["",c]]:l;return f("main",{class:"page words","data-ready":"true",children:[f("h1",{children:Kt.title}),f("p",{class:"lead",children:Re(Kt.lead,{n:wt(e.total),most:e.most})}),f("div",{class:"chips examples",children:e.examples.map(p=>f("button",{type:"button",class:"chip",onClick:()=>lt({prompt:p}),children:p},p))}),f("div",{class:"filters",role:"search",children:[f("label",{class:"searchbox",children:[f(Rt,{name:"search",size:16}),f("input",{type:"search","aria-label":Kt.search,placeholder:Kt.search,value:n.word,onInput:p=>Ve({word:p.currentTarget.value})})]}),f("div",{class:"palette",role:"radiogroup","aria-label":Kt.colour,...i,children:[f("button",{type:"button",role:"radio","aria-checked":String(!n.colour),class:n.colour?"":"on",onClick:()=>Ve({colour:""}),children:[f("i",{class:"none"}),Kt.anyColour]}),e.adjectives.map(p=>f("button",{type:"button",role:"radio","aria-checked":String(n.colour===p),class:n.colour===p?"on":"",onClick:()=>Ve({colour:n.colour===p?"":p}),children:[f("i",{style:{background:Pf(p)}}),p]},p))]})]}),f("div",{class:"chips kinds",role:"radiogroup","aria-label":Kt.kind,...s,children:[f("button",{type:"button",role:"radio",class:`chip ${n.kind?"":"on"}`,"aria-checked":String(!n.kind),onClick:()=>Ve({kind:""}),children:[Kt.all,f("small",{children:wt(c.length)})]}),Nf(e.objects).map(([p])=>{let g=l.find(([y])=>y===p)?.[1].length||0;return(g>0||n.kind===p)&&f("button",{type:"button",role:"radio",class:`chip ${n.kind===p?"on":""}`,"aria-checked":String(n.kind===p),onClick:()=>Ve({kind:n.kind===p?"":p}),children:[Kt.kinds[p],f("small",{children:g})]},p)}),u.map(([p,g])=>f("button",{type:"button",role:"radio",class:`chip ${n.kind===p?"on":""}`,"aria-checked":String(n.kind===p),onClick:()=>Ve({kind:n.kind===p?"":p}),children:[Kt.kinds[p],f("small",{children:g.reduce((y,[,x])=>y+x.length,0)})]},p))]}),h.length===0&&d.length===0&&f("p",{class:"message-line",children:n.word?Re(Kt.noMatch,{search:n.word}):Kt.noneOfKind}),f("div",{...r,children:h.map(([p,g])=>f("section",{class:"word-kind","aria-label":Kt.kinds[p]||Kt.title,children:[!n.kind&&p&&f("h2",{children:Kt.kinds[p]}),f("ul",{class:"word-grid",children:g.map(y=>f(w1,{word:y},y.name))})]},p))}),d.map(([p,g])=>f("section",{class:"word-kind","aria-label":Kt.kinds[p],children:[f("h2",{children:Kt.kinds[p]}),f(hf,{large:!0,list:o,families:g,onPick:df})]},p))]})}function w1({word:n}){let e=ut(null),[t,i]=Ae("");_e(()=>{let r=!1,o=0,a=0,c=!1,l=async()=>{if(r||!c)return;let d=Qe(`/words/${encodeURIComponent(n.name)}/picture`),h=await fetch(d).catch(()=>null);if(!r){if(h?.status===200){i(URL.createObjectURL(await h.blob())),u.disconnect();return}(a+=1)<M1&&(o=setTimeout(l,S1))}},u=new IntersectionObserver(([d])=>{c=d.isIntersecting,clearTimeout(o),c&&(o=setTimeout(l,60))},{rootMargin:"150px"});return u.observe(e.current),()=>{r=!0,clearTimeout(o),u.disconnect()}},[n.name]);let{prompt:s}=n;return f("li",{ref:e,children:f("button",{type:"button",class:"word",title:[Re(Kt.take,{prompt:s}),...n.aliases].join(", "),onClick:()=>lt({prompt:s}),children:[f("span",{class:`word-picture ${t?"":"pending"}`,children:t&&f("img",{src:t,alt:""})}),f("span",{class:"word-name",children:n.name}),f("span",{class:"word-aliases",children:n.aliases.slice(0,3).join(", ")||"\xA0"})]})})}var T1=["make","library","words","settings"];function E1(){let[n,e]=Ae(window.matchMedia("(prefers-color-scheme: dark)").matches);return _e(()=>{let t=window.matchMedia("(prefers-color-scheme: dark)"),i=()=>e(t.matches);return t.addEventListener("change",i),()=>t.removeEventListener("change",i)},[]),Rr.value==="system"?n?"dark":"light":Rr.value}function A1(){let n=ke.value,e=Gt.value.find(i=>i.status==="running"),t=n.view==="make"?wf(Eo(n)):ne.nav[n.view];_e(()=>{let i=Ir.value?`(${Ir.value}) `:"",s=e&&Ri(e)?`${Math.round(100*Ri(e))} % `:"";document.title=`${i}${s}${t} \xB7 bozzetto`},[t,e&&Math.round(100*(Ri(e)||0)),Ir.value]),_e(()=>{let i=()=>{document.hidden||(Ir.value=0)};return document.addEventListener("visibilitychange",i),()=>document.removeEventListener("visibilitychange",i)},[])}function R1(){let n=ke.value,e=E1(),t=T1.includes(n.view)?n.view:"make";A1(),_e(Bp,[]),_e(Tp,[]),_e(()=>{document.documentElement.style.colorScheme=e,document.documentElement.dataset.bzTheme=e,window.dispatchEvent(new Event("bozzetto-theme"))},[e]);let i=H0(n)&&en.value!==void 0;return f("div",{class:`shell view-${t} panel-${n.panel||"none"} ${i?"inspected":""}`,"data-theme":e,onKeyDown:s=>s.stopPropagation(),children:[f("a",{class:"skip",href:"#prompt",onClick:s=>{s.preventDefault(),s.currentTarget.getRootNode().querySelector("#prompt")?.focus()},children:ne.nav.skip}),f(C1,{view:t,shade:e}),f(D0,{away:t!=="make"}),t==="make"&&f(d0,{}),t==="make"&&f(V0,{}),t==="library"&&f(W0,{}),t==="words"&&f(Z0,{}),t==="settings"&&f($0,{}),t==="make"&&f(g0,{}),f(P1,{view:t,panel:n.panel,inspected:i}),f(h0,{}),!Yu.value&&f("p",{class:"offline",role:"alert",children:ne.error})]})}function C1({view:n,shade:e}){let t=Gt.value.find(s=>s.status==="running"),i=Cr.value.length;return f("header",{class:"topbar",children:[f("button",{type:"button",class:"brand",onClick:()=>lt({}),"aria-label":"bozzetto",children:[f(l0,{}),f("span",{children:"bozzetto"})]}),f("nav",{"aria-label":ne.menu,children:["make","library","words"].map(s=>f("button",{type:"button",class:n===s?"on":"","aria-current":n===s?"page":void 0,onClick:()=>Ve({view:s}),children:ne.nav[s]},s))}),f("span",{class:"grow"}),Pr.value&&n!=="make"&&f("button",{type:"button",class:"making",onClick:()=>lt(t?.batch?{batch:t.batch}:t?{job:t.id}:{}),children:[f(ps,{value:t?Ri(t):0,size:22}),f("span",{children:t?t.prompt:ne.nav.queue}),i>1&&f("small",{children:`+${i-1}`})]}),f(Pe,{icon:e==="dark"?"sun":"moon",label:ne.theme,bare:!0,onClick:()=>Lf(e==="dark"?"light":"dark")}),f(Pe,{icon:"settings",label:ne.nav.settings,bare:!0,pressed:n==="settings",onClick:()=>Ve({view:"settings"})})]})}function P1({view:n,panel:e,inspected:t}){let i=[["make","make",ne.nav.make,n==="make"&&!e,()=>Ve({view:"make",panel:""})],["details","details",ne.nav.details,n==="make"&&e==="details",()=>Ve({view:"make",panel:e==="details"?"":"details"})],["queue","queue",ne.nav.queue,n==="make"&&e==="queue",()=>Ve({view:"make",panel:e==="queue"?"":"queue"})],["library","library",ne.nav.library,n==="library",()=>Ve({view:"library",panel:""})],["words","words",ne.nav.words,n==="words",()=>Ve({view:"words",panel:""})]];return f("nav",{class:"tabs","aria-label":ne.menu,children:i.map(([s,r,o,a,c])=>f("button",{type:"button",class:a?"on":"","aria-current":a?"page":void 0,disabled:s==="details"&&!t,onClick:c,children:[f(Rt,{name:r}),f("span",{children:o}),s==="queue"&&Cr.value.length>0&&f("small",{children:Cr.value.length})]},s))})}function l2(n){let e=document.createElement("style");e.textContent=Y0;let t=document.createElement("div");t.className="bz",n.append(e,t);for(let s=n.host||n;s;s=s.parentElement)s.removeAttribute("tabindex"),s.tagName==="MAIN"&&s.setAttribute("role","presentation");let i=!1;return Ip(St).then(()=>{i||(document.documentElement.lang=ne.language,Fu(f(R1,{}),t),document.body.classList.add("bz-ready"))}),()=>{i=!0,Fu(null,t),e.remove(),t.remove()}}export{l2 as mount};
